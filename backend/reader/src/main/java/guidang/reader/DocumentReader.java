package guidang.reader;

import guidang.reader.protocol.Answer;
import guidang.reader.protocol.Answer.Reason;
import guidang.reader.protocol.Answer.Refused;
import guidang.reader.protocol.Request;
import guidang.reader.structure.Paper;
import guidang.reader.word.WordFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/// Reads one file at a time and never throws for what is in it.
final class DocumentReader {
    private static final String ENCRYPTED_OOXML = "EncryptedPackage";

    private final TikaDocuments documents = new TikaDocuments();

    Answer read(Request request) {
        Path file = Path.of(request.path());
        MediaType type = MediaType.UNKNOWN;
        try {
            type = Detector.detect(file);
            return read(file, type, request);
        } catch (Exception | StackOverflowError e) {
            return new Refused(Failure.reason(e), type.toString());
        }
    }

    private Answer read(Path file, MediaType type, Request request) throws Exception {
        if (type == MediaType.OLE && isEncrypted(file)) {
            return new Refused(Reason.ENCRYPTED, type.toString());
        } else if (type == MediaType.TEXT) {
            return text(file, request);
        } else if (type.contradicts(request.name())) {
            return new Refused(Reason.CONTRADICTS, type.toString());
        }
        return switch (type) {
            case DOCX -> word(file, request.textLimit());
            case PDF -> documents.pdf(file, request.textLimit());
            default -> new Refused(Reason.UNSUPPORTED, type.toString());
        };
    }

    private static Answer word(Path file, int limit) throws IOException, XMLStreamException {
        WordFile word = WordFile.read(file, limit);
        return Papers.reading(MediaType.DOCX, Papers.pages(word.properties().get("pages")), word.properties(), word.paper());
    }

    /// A text needs no library.
    private static Answer text(Path file, Request request) throws IOException {
        if (Files.size(file) > 4L * request.textLimit()) {
            return new Refused(Reason.TOO_COMPLEX, MediaType.TEXT.toString());
        }
        PlainText plain = PlainText.decode(Files.readAllBytes(file));
        MediaType type = plain == null ? MediaType.UNKNOWN : MediaType.TEXT;
        if (plain == null || type.contradicts(request.name())) {
            Reason reason = type.contradicts(request.name()) ? Reason.CONTRADICTS : Reason.UNSUPPORTED;
            return new Refused(reason, type.toString());
        } else if (plain.text().length() > request.textLimit()) {
            return new Refused(Reason.TOO_COMPLEX, type.toString());
        }
        String text = Lines.clean(plain.text());
        return Papers.reading(type, 0, plain.properties(), Paper.of(text));
    }

    /// A docx with a password is an OLE container with this entry
    /// (MS-OFFCRYPTO 2.3.4.4).
    private static boolean isEncrypted(Path file) throws IOException {
        try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true)) {
            return container.getRoot().hasEntryCaseInsensitive(ENCRYPTED_OOXML);
        }
    }
}
