package guidang.server.bulk;

import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import java.text.Normalizer;
import java.util.List;

/// Paths of files in a zip, however they were written: `/` between their parts,
/// composed characters (NFC), nothing that leads out of the zip.
final class MemberPath {
    private static final int LONGEST = 1024;

    private MemberPath() {
    }

    /// A member's path.
    ///
    /// @throws Problem
    ///             `IMPORT_UNSAFE`: absolute, upwards, with control characters or
    ///             ones that turn the writing direction, or longer than 1,024
    static String checked(String name) {
        String path = plain(name);
        if (path.isEmpty() || path.length() > LONGEST || path.startsWith("/") || path.matches("[A-Za-z]:.*")
                || path.codePoints().anyMatch(MemberPath::forbidden)
                || List.of(path.split("/", -1)).stream()
                        .anyMatch(part -> part.isEmpty() || part.equals("..") || part.equals("."))) {
            throw new Problem(ProblemType.IMPORT_UNSAFE);
        }
        return path;
    }

    /// As somebody wrote it into a manifest.
    static String plain(String written) {
        String path = Normalizer.normalize(written, Normalizer.Form.NFC).strip().replace('\\', '/');
        while (path.startsWith("./")) {
            path = path.substring(2);
        }
        return path;
    }

    /// The folder in which it lies, with a slash at its end; empty at the top.
    static String folder(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static boolean forbidden(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                true;
            default -> false;
        };
    }
}
