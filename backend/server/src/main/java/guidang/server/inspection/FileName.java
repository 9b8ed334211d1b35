package guidang.server.inspection;

import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import java.text.Normalizer;
import java.util.List;

/// A file's name as the person knows it: composed characters (NFC), no path.
record FileName(String value) {
    private static final int LONGEST = 255;

    /// @throws Problem
    ///             `INVALID_FIELD`: empty, longer than 255 characters, with a
    ///             separator, with a control character or one that turns the
    ///             writing direction
    static FileName of(String given) {
        String name = Normalizer.normalize(given, Normalizer.Form.NFC).strip();
        if (name.isEmpty() || name.length() > LONGEST || name.equals(".") || name.equals("..")
                || name.codePoints().anyMatch(FileName::forbidden)) {
            throw new Problem(ProblemType.INVALID_FIELD, "fields", List.of("name"));
        }
        return new FileName(name);
    }

    private static boolean forbidden(int c) {
        return c == '/' || c == '\\' || switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                true;
            default -> false;
        };
    }
}
