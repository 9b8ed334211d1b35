package guidang.reader;

/// Turns UTF-16 offsets into code points.
final class CodePoints {
    /// Offsets of the high surrogates; empty for nearly every text.
    private final int[] pairs;

    CodePoints(String text) {
        int count = 0;
        int[] found = new int[16];
        for (int i = 0; i + 1 < text.length(); i++) {
            if (Character.isHighSurrogate(text.charAt(i)) && Character.isLowSurrogate(text.charAt(i + 1))) {
                found = count == found.length ? java.util.Arrays.copyOf(found, 2 * count) : found;
                found[count++] = i;
            }
        }
        pairs = java.util.Arrays.copyOf(found, count);
    }

    int of(int offset) {
        int at = java.util.Arrays.binarySearch(pairs, offset);
        return offset - (at >= 0 ? at : -at - 1);
    }
}
