package guidang.reader;

import guidang.reader.formats.Locked;
import guidang.reader.formats.TooMuch;
import guidang.reader.protocol.Answer.Reason;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;

/// What a library's exception means to the person whose file it was.
final class Failure {
    private Failure() {
    }

    static Reason reason(Throwable thrown) {
        for (Throwable e = thrown; e != null; e = e.getCause()) {
            if (e instanceof Locked || e instanceof InvalidPasswordException
                    || e instanceof org.apache.poi.EncryptedDocumentException) {
                return Reason.ENCRYPTED;
            } else if (e instanceof TooMuch || e instanceof StackOverflowError
                    || isLimit(e.getMessage())) {
                return Reason.TOO_COMPLEX;
            }
        }
        return Reason.UNREADABLE;
    }

    /// The limits of POI (`ZipSecureFile`, `IOUtils`) and of the JDK's XML parser
    /// (`JAXP0001`) have no exceptions of their own.
    private static boolean isLimit(@Nullable String message) {
        String words = message == null ? "" : message.toLowerCase(Locale.ROOT);
        return words.contains("zip bomb") || words.contains("jaxp0001") || words.contains("maximum length for this record type")
                || words.contains("zip file entry exceeds") || words.contains("is too large");
    }
}
