package guidang.server.review;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import guidang.server.review.VersionComparison.Kind;
import guidang.server.review.VersionComparison.Paragraph;
import guidang.server.review.VersionComparison.Passage;
import guidang.server.review.VersionComparison.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The difference of two texts: by paragraphs, and within changed paragraphs by
/// characters. Time grows with length × differences, memory with the length only
/// (Myers 1986, linear space); both are bounded by what is compared: longer
/// texts are compared by their first [#PARAGRAPHS], longer paragraphs as wholes.
final class TextDifference {
    static final int PARAGRAPHS = 4_000;
    private static final int CHARACTERS = 1_500;

    private TextDifference() {
    }

    static List<Passage> of(String before, String after) {
        List<String> left = paragraphs(before);
        List<String> right = paragraphs(after);
        List<Passage> passages = new ArrayList<>();
        int at = 0;
        for (Change change : changes(left, right)) {
            same(passages, left.subList(at, change.before.start));
            passages.add(passage(change.before.of(left), change.after.of(right)));
            at = change.before.end;
        }
        same(passages, left.subList(at, left.size()));
        return passages;
    }

    /// Places in a list, the end after the last.
    private record Range(int start, int end) {
        <T> List<T> of(List<T> all) {
            return all.subList(start, end);
        }
    }

    /// What stands instead of what.
    private record Change(Range before, Range after) {
        static <T> Change of(AbstractDelta<T> delta) {
            Chunk<T> source = delta.getSource();
            Chunk<T> target = delta.getTarget();
            return new Change(new Range(source.getPosition(), source.getPosition() + source.size()),
                    new Range(target.getPosition(), target.getPosition() + target.size()));
        }

        boolean touches(Change next) {
            return before.end == next.before.start && after.end == next.after.start;
        }

        Change with(Change next) {
            return new Change(new Range(before.start, next.before.end), new Range(after.start, next.after.end));
        }
    }

    /// The library tells what went and what came one after the other; where they
    /// meet they are one change.
    private static <T> List<Change> changes(List<T> before, List<T> after) {
        List<Change> changes = new ArrayList<>();
        for (AbstractDelta<T> delta : DiffUtils.diff(before, after, new MyersDiffWithLinearSpace<T>()).getDeltas()) {
            Change change = Change.of(delta);
            if (!changes.isEmpty() && changes.getLast().touches(change)) {
                changes.set(changes.size() - 1, changes.getLast().with(change));
            } else {
                changes.add(change);
            }
        }
        return changes;
    }

    /// Lines without their ends; those that hold nothing are left out.
    private static List<String> paragraphs(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).limit(PARAGRAPHS).toList();
    }

    private static void same(List<Passage> passages, List<String> lines) {
        if (!lines.isEmpty()) {
            passages.add(new Passage(Kind.SAME, lines.stream().map(line -> whole(line, false)).toList(), List.of()));
        }
    }

    private static Passage passage(List<String> before, List<String> after) {
        if (before.isEmpty()) {
            return new Passage(Kind.ADDED, List.of(), after.stream().map(line -> whole(line, true)).toList());
        }
        if (after.isEmpty()) {
            return new Passage(Kind.REMOVED, before.stream().map(line -> whole(line, true)).toList(), List.of());
        }
        List<Paragraph> left = new ArrayList<>();
        List<Paragraph> right = new ArrayList<>();
        for (int n = 0; n < Math.max(before.size(), after.size()); n++) {
            pair(left, right, n < before.size() ? before.get(n) : "", n < after.size() ? after.get(n) : "");
        }
        return new Passage(Kind.CHANGED, List.copyOf(left), List.copyOf(right));
    }

    private static void pair(List<Paragraph> left, List<Paragraph> right, String before, String after) {
        if (before.isEmpty() || after.isEmpty() || before.length() > CHARACTERS || after.length() > CHARACTERS) {
            Stream.of(before).filter(line -> !line.isEmpty()).forEach(line -> left.add(whole(line, true)));
            Stream.of(after).filter(line -> !line.isEmpty()).forEach(line -> right.add(whole(line, true)));
            return;
        }
        List<Change> changes = changes(before.codePoints().boxed().toList(), after.codePoints().boxed().toList());
        left.add(cut(before, changes.stream().map(Change::before).toList()));
        right.add(cut(after, changes.stream().map(Change::after).toList()));
    }

    /// @param differing
    ///            in code points
    private static Paragraph cut(String line, List<Range> differing) {
        List<Piece> pieces = new ArrayList<>();
        int[] points = line.codePoints().toArray();
        int at = 0;
        for (Range range : differing) {
            piece(pieces, points, at, range.start, false);
            piece(pieces, points, range.start, range.end, true);
            at = range.end;
        }
        piece(pieces, points, at, points.length, false);
        return new Paragraph(List.copyOf(pieces));
    }

    private static void piece(List<Piece> pieces, int[] points, int from, int to, boolean differs) {
        if (to > from) {
            pieces.add(new Piece(new String(points, from, to - from), differs));
        }
    }

    private static Paragraph whole(String line, boolean differs) {
        return new Paragraph(List.of(new Piece(line, differs)));
    }
}
