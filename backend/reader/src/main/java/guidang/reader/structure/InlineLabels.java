package guidang.reader.structure;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds the numbers inside a paragraph: `…：一是…；二是…。` A number counts where a
/// sign stands before it and where it goes on from another of its style, so that
/// a lone one is no list.
final class InlineLabels {
    private static final int FARTHEST_SKIP = 2;

    private final String text;

    InlineLabels(String text) {
        this.text = text;
    }

    /// The numbers inside a range.
    ///
    /// @param own
    ///            the number that the paragraph itself begins with
    /// @param next
    ///            the number that the following one begins with
    /// @return ascending by start
    List<Label> in(int from, int to, @Nullable Label own, @Nullable Label next) {
        List<Label> candidates = candidates(from, to);
        if (candidates.isEmpty()) {
            return candidates;
        }
        Map<Style, Integer> ahead = new EnumMap<>(Style.class);
        if (next != null) {
            ahead.put(next.style(), next.value());
        }
        boolean[] continued = new boolean[candidates.size()];
        for (int i = candidates.size() - 1; i >= 0; i--) {
            Label one = candidates.get(i);
            Integer following = ahead.get(one.style());
            continued[i] = following != null
                    && (following == one.value() + 1 || following == 0 || following == one.value() + FARTHEST_SKIP);
            ahead.put(one.style(), one.value());
        }
        Map<Style, Integer> last = new EnumMap<>(Style.class);
        if (own != null) {
            last.put(own.style(), own.value());
        }
        List<Label> found = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            Label one = candidates.get(i);
            Integer before = last.get(one.style());
            boolean begins = one.value() == 1 && continued[i];
            boolean goesOn = before != null
                    && ((one.value() > before && one.value() <= before + FARTHEST_SKIP) || one.value() == 0
                            || (one.value() == before && isWord(one.style())));
            if (begins || goesOn) {
                found.add(one);
                last.put(one.style(), one.value() == 0 && before != null ? before + 1 : one.value());
            }
        }
        return found;
    }

    private static boolean isWord(Style style) {
        return style == Style.IS || style == Style.ORDINAL || style == Style.OF_THEM;
    }

    private List<Label> candidates(int from, int to) {
        List<Label> found = new ArrayList<>();
        for (int i = from; i < to; i++) {
            if (mayBegin(text.charAt(i))
                    && (i == from || isSeparated(text.charAt(i - 1), text.charAt(i)) || isStopped(i) || isNumber(i, to))) {
                Label label = Labels.at(text, i, to);
                if (label != null && counts(label)) {
                    found.add(label);
                    i = label.end() - 1;
                }
            }
        }
        return found;
    }

    /// 一、 and （一） do not stand inside a paragraph, but in lists of names.
    private static boolean counts(Label label) {
        return switch (label.style()) {
            case IS, SHALL, ORDINAL, OF_THEM, SEQUENCE, CIRCLE, ARABIC_BRACKETS, HALF_BRACKET, HAN_BRACKETS -> !label.odd();
            case ARABIC -> !label.faulty();
            default -> false;
        };
    }

    private static boolean mayBegin(char c) {
        return Numeral.isHan(c) || c == '第' || c == '其' || c == '首' || c == '再' || c == '然' || c == '最' || c == '（' || c == '('
                || Glyphs.isDigit(c) || (c >= 0x2460 && c <= 0x249b) || (c >= 0x2776 && c <= 0x2793)
                || (c >= 0x3220 && c <= 0x32bf);
    }

    private boolean isStopped(int at) {
        return Glyphs.isDigit(text.charAt(at)) && at > 1 && text.charAt(at - 1) == '.' && Glyphs.isStop(text, at - 1);
    }

    /// （1） needs no sign before it.
    private boolean isNumber(int at, int to) {
        char c = text.charAt(at);
        return (c == '（' || c == '(') && at + 1 < to && Glyphs.isDigit(text.charAt(at + 1));
    }

    /// Circles stand for themselves; anything else wants a sign or white space
    /// before it.
    private static boolean isSeparated(char before, char c) {
        boolean circle = c >= 0x2460 && c <= 0x2487;
        return circle || Glyphs.isBlank(before) || (Glyphs.isPause(before) && before != '、') || before == '”' || before == '）'
                || before == ')'
                || (before == '、' && (c == '（' || c == '('));
    }
}
