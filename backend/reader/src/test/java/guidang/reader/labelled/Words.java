package guidang.reader.labelled;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A text as its characters that are no white space, so that one set of labels
/// fits every format.
///
/// @param characters
///            the code points
/// @param ranks
///            for each place of the text, in code points, how many of them stand
///            before it
record Words(int[] characters, int[] ranks) {
    /// Texts that differ in more characters than this are not aligned.
    private static final int DIFFERENCES = 1500;

    static Words of(String text) {
        int[] all = text.codePoints().toArray();
        int[] kept = new int[all.length];
        int[] ranks = new int[all.length + 1];
        int count = 0;
        for (int i = 0; i < all.length; i++) {
            ranks[i] = count;
            if (!Blank.is(all[i])) {
                kept[count++] = all[i];
            }
        }
        ranks[all.length] = count;
        return new Words(Arrays.copyOf(kept, count), ranks);
    }

    int rank(int place) {
        return ranks[Math.clamp(place, 0, ranks.length - 1)];
    }

    boolean equalsIn(Words other) {
        return Arrays.equals(characters, other.characters);
    }

    /// For each rank of this text the rank in the other that it falls on, by the
    /// fewest insertions and deletions (Myers 1986); the same rank where the texts
    /// have too little in common.
    int[] onto(Words other) {
        int[] a = characters;
        int[] b = other.characters;
        int offset = DIFFERENCES + 1;
        int[] furthest = new int[2 * offset + 1];
        List<int[]> trace = new ArrayList<>();
        for (int d = 0; d <= DIFFERENCES; d++) {
            trace.add(furthest.clone());
            for (int k = -d; k <= d; k += 2) {
                int x = goesDown(furthest, offset, d, k) ? furthest[offset + k + 1] : furthest[offset + k - 1] + 1;
                while (x < a.length && x - k < b.length && a[x] == b[x - k]) {
                    x++;
                }
                furthest[offset + k] = x;
                if (x >= a.length && x - k >= b.length) {
                    return back(trace, d, a.length, b.length);
                }
            }
        }
        int[] same = new int[a.length + 1];
        Arrays.setAll(same, i -> Math.min(i, b.length));
        return same;
    }

    private static boolean goesDown(int[] furthest, int offset, int d, int k) {
        return k == -d || (k != d && furthest[offset + k - 1] < furthest[offset + k + 1]);
    }

    private static int[] back(List<int[]> trace, int last, int length, int otherLength) {
        int offset = DIFFERENCES + 1;
        int[] places = new int[length + 1];
        int x = length;
        int y = otherLength;
        places[x] = y;
        for (int d = last; d > 0; d--) {
            int[] furthest = trace.get(d);
            int k = x - y;
            int from = goesDown(furthest, offset, d, k) ? k + 1 : k - 1;
            int fromX = furthest[offset + from];
            int fromY = fromX - from;
            while (x > fromX && y > fromY) {
                places[--x] = --y;
            }
            if (x > fromX) {
                places[--x] = y;
            }
            y = fromY;
        }
        while (x > 0) {
            places[--x] = --y;
        }
        return places;
    }
}
