package guidang.server.organizations;

import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Checks the fields of a request, and refuses all that are wrong at once.
final class ChangeFields {
    static final int NAME_LIMIT = 120;
    static final int SHORT_NAME_LIMIT = 40;
    static final int LEVELS = 9;

    private final List<String> wrong = new ArrayList<>();

    String name(@Nullable String value) {
        return line("name", value, NAME_LIMIT, true);
    }

    @Nullable
    String shortName(@Nullable String value) {
        String line = line("shortName", value, SHORT_NAME_LIMIT, false);
        return line.isEmpty() ? null : line;
    }

    String reason(@Nullable String value) {
        String text = value == null ? "" : value.strip();
        check("reason", !text.isEmpty() && text.codePointCount(0, text.length()) <= OrganizationDetails.REASON_LIMIT
                && text.codePoints().noneMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t'));
        return text;
    }

    /// One that may be left out.
    @Nullable
    String someReason(@Nullable String value) {
        return value == null || value.isBlank() ? null : reason(value);
    }

    @Nullable
    Integer level(@Nullable Integer value) {
        check("level", value == null || (value >= 1 && value <= LEVELS));
        return value;
    }

    /// What must be there; read it only after [#refuse].
    <T> T present(String field, @Nullable T value, T instead) {
        check(field, value != null);
        return value == null ? instead : value;
    }

    private String line(String field, @Nullable String value, int limit, boolean required) {
        String line = value == null ? "" : value.strip();
        check(field, (!required || !line.isEmpty()) && line.codePointCount(0, line.length()) <= limit
                && line.codePoints().noneMatch(Character::isISOControl));
        return line;
    }

    private void check(String field, boolean right) {
        if (!right) {
            wrong.add(field);
        }
    }

    /// @throws Problem
    ///             `INVALID_FIELD` with all that are wrong
    void refuse() {
        if (!wrong.isEmpty()) {
            throw new Problem(ProblemType.INVALID_FIELD, "fields", wrong);
        }
    }
}
