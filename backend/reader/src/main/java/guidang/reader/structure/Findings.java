package guidang.reader.structure;

import guidang.reader.protocol.Structure.Code;
import guidang.reader.protocol.Structure.Finding;
import guidang.reader.protocol.Structure.Severity;
import guidang.reader.protocol.Structure.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Collects what is found, each code with its one severity.
final class Findings {
    private final List<Finding> found = new ArrayList<>();

    void add(Code code, int start, int end, Map<String, String> args) {
        add(code, new Span(start, end), args);
    }

    void add(Code code, Map<String, String> args) {
        add(code, null, args);
    }

    private void add(Code code, @Nullable Span place, Map<String, String> args) {
        if (found.size() < Limits.MANY) {
            found.add(new Finding(code, severity(code), place, args));
        }
    }

    /// In the order of their places, those of the whole document first.
    List<Finding> inOrder() {
        found.sort(Comparator.comparingInt(finding -> {
            Span place = finding.place();
            return place == null ? -1 : place.start();
        }));
        return found;
    }

    static Severity severity(Code code) {
        return switch (code) {
            case CLASSIFIED -> Severity.REFUSE;
            case ASPECT_EXTRA, NUMBER_FAULTY, NUMBER_LOOKALIKE, ODD_CHARACTERS -> Severity.NOTE;
            default -> Severity.WARN;
        };
    }
}
