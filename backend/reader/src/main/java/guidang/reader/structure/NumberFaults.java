package guidang.reader.structure;

import guidang.reader.protocol.Structure.Code;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Sees that numbers follow each other.
final class NumberFaults {
    private final String text;
    private final Findings findings;
    /// The last value of a style below a parent.
    private final Map<Key, Integer> values = new HashMap<>();
    private final Map<Style, Integer> heads = new EnumMap<>(Style.class);
    private int section;

    NumberFaults(String text, Findings findings) {
        this.text = text;
        this.findings = findings;
    }

    void nextSection() {
        section++;
    }

    int lastOf(@Nullable Unit parent, Style style) {
        return values.getOrDefault(key(parent, style), 0);
    }

    /// The heads of sections count among themselves.
    void checkSection(Label label) {
        check(label, label.value(), heads.getOrDefault(label.style(), 0), 0);
        heads.put(label.style(), label.value());
    }

    /// @param anywhere
    ///            the last value of the style in the section, whatever the parent
    void check(Label label, int value, @Nullable Unit parent, int anywhere) {
        check(label, value, lastOf(parent, label.style()), anywhere);
        values.put(key(parent, label.style()), value);
    }

    private void check(Label label, int value, int before, int anywhere) {
        String expected = Integer.toString(before + 1);
        Map<String, String> args = Map.of("label", label.words(text), "expected", expected, "found", Integer.toString(value));
        if (label.faulty()) {
            findings.add(Code.NUMBER_FAULTY, label.start(), label.end(), Map.of("label", label.words(text)));
        }
        if (label.odd()) {
            findings.add(Code.NUMBER_LOOKALIKE, label.start(), label.end(),
                    Map.of("label", label.words(text), "found", Integer.toString(value)));
        }
        boolean runsOn = before == 0 && value == anywhere + 1;
        if (value == before + 1 || runsOn || label.style() == Style.COUNTED) {
            return;
        }
        Code code = value > before
                ? Code.NUMBER_SKIPPED
                : value == 1 && before > 1 ? Code.NUMBER_RESTARTED : Code.NUMBER_REPEATED;
        findings.add(code, label.start(), label.end(), args);
    }

    private Key key(@Nullable Unit parent, Style style) {
        return new Key(parent == null ? -1 - section : parent.index, style);
    }

    /// @param owner
    ///            the parent's index, or below 0 the section
    private record Key(int owner, Style style) {}
}
