package guidang.reader;

import guidang.reader.formats.Doc;
import guidang.reader.formats.Html;
import guidang.reader.formats.Odt;
import guidang.reader.formats.Ofd;
import guidang.reader.formats.Pdf;
import guidang.reader.formats.Ppt;
import guidang.reader.formats.Pptx;
import guidang.reader.formats.Rtf;
import guidang.reader.formats.Sheet;
import guidang.reader.formats.TooMuch;
import guidang.reader.formats.Xls;
import guidang.reader.formats.Xlsx;
import guidang.reader.marking.Marking;
import guidang.reader.marking.Markings;
import guidang.reader.pictures.FirstPage;
import guidang.reader.pictures.Picture;
import guidang.reader.pictures.Thumbnail;
import guidang.reader.protocol.Answer;
import guidang.reader.protocol.Answer.Reading;
import guidang.reader.protocol.Answer.Reason;
import guidang.reader.protocol.Answer.Refused;
import guidang.reader.protocol.Request;
import guidang.reader.protocol.Request.Task;
import guidang.reader.structure.Paper;
import guidang.reader.structure.Trait;
import guidang.reader.word.WordFile;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/// Reads one file at a time and never throws for what is in it.
final class DocumentReader {
    /// What is told of a piece of evidence that bears an internal-use marking.
    private static final Map<String, String> INTERNAL = Map.of("marking", "internal");

    private final Consumer<Throwable> failures;

    DocumentReader() {
        this(failure -> {
            // Words of the document may stand in its message: nobody is told.
        });
    }

    /// @param failures
    ///            is told why a file is refused as unreadable or too complex
    DocumentReader(Consumer<Throwable> failures) {
        this.failures = failures;
    }

    Answer read(Request request) {
        Path file = Path.of(request.path());
        MediaType type = MediaType.UNKNOWN;
        if (Markings.ofName(request.name()) == Marking.CLASSIFIED) {
            return new Refused(Reason.CLASSIFIED, type.toString());
        }
        try {
            type = Detector.detect(file);
            return request.task() == Task.PREVIEW ? new Answer.Preview(preview(file, type)) : read(file, type, request);
        } catch (Exception | StackOverflowError e) {
            failures.accept(e);
            return new Refused(Failure.reason(e), type.toString());
        }
    }

    private Answer read(Path file, MediaType type, Request request) throws Exception {
        if (type == MediaType.ENCRYPTED) {
            return new Refused(Reason.ENCRYPTED, type.toString());
        } else if (type == MediaType.TEXT) {
            return text(file, request);
        } else if (type.contradicts(request.name())) {
            return new Refused(Reason.CONTRADICTS, type.toString());
        }
        boolean evidence = request.task() == Task.EVIDENCE;
        Sheet sheet = evidence ? evidence(file, type, request.textLimit()) : sheet(file, type, request.textLimit());
        return sheet == null ? new Refused(Reason.UNSUPPORTED, type.toString()) : answer(type, sheet, request);
    }

    /// As much of a piece of evidence as its marking can stand in; null where it is
    /// of a type that is not taken.
    private static @Nullable Sheet evidence(Path file, MediaType type, int limit) throws Exception {
        return switch (type) {
            case PDF -> Pdf.begin(file, limit);
            case XLSX -> Xlsx.read(file, limit);
            case PPTX -> Pptx.read(file, limit);
            case XLS -> Xls.read(file, limit);
            case PPT -> Ppt.read(file, limit);
            case JPEG, PNG, GIF, BMP, TIFF, WEBP -> {
                Picture.check(file);
                yield Sheet.EMPTY;
            }
            default -> sheet(file, type, limit);
        };
    }

    private static byte[] preview(Path file, MediaType type) throws IOException {
        return switch (type) {
            case PDF -> FirstPage.jpeg(file);
            case JPEG, PNG, GIF, BMP, TIFF, WEBP -> Thumbnail.jpeg(file);
            default -> new byte[0];
        };
    }

    /// Null where nothing reads the type.
    private static @Nullable Sheet sheet(Path file, MediaType type, int limit) throws Exception {
        return switch (type) {
            case DOCX -> word(file, limit);
            case DOC -> Doc.read(file, limit);
            case PDF -> Pdf.read(file, limit);
            case OFD -> Ofd.read(file, limit);
            case ODT -> Odt.read(file, limit);
            case RTF -> Rtf.read(file, limit);
            case HTML -> Html.read(markup(file, limit), limit);
            default -> null;
        };
    }

    private static Sheet word(Path file, int limit) throws IOException, XMLStreamException {
        WordFile word = WordFile.read(file, limit);
        return new Sheet(word.paper(), Papers.pages(word.properties().get("pages")), List.of(), word.properties(),
                word.declared());
    }

    private static Answer answer(MediaType type, Sheet sheet, Request request) {
        Marking marking = Markings.of(sheet.paper(), sheet.declared()).marking();
        if (marking == Marking.CLASSIFIED) {
            return new Refused(Reason.CLASSIFIED, type.toString());
        }
        boolean internal = marking == Marking.INTERNAL || Markings.ofName(request.name()) == Marking.INTERNAL;
        if (request.task() == Task.EVIDENCE) {
            return new Reading(type.toString(), sheet.pages(), null, internal ? INTERNAL : Map.of(), "");
        }
        return Papers.reading(type, sheet, internal ? sheet.paper().with(Trait.INTERNAL_MARKING) : sheet.paper());
    }

    /// A text needs no library.
    private static Answer text(Path file, Request request) throws IOException {
        PlainText plain = PlainText.decode(bytes(file, 4L * request.textLimit()));
        MediaType type = plain == null ? MediaType.UNKNOWN : MediaType.TEXT;
        if (plain == null || type.contradicts(request.name())) {
            Reason reason = type.contradicts(request.name()) ? Reason.CONTRADICTS : Reason.UNSUPPORTED;
            return new Refused(reason, type.toString());
        } else if (plain.text().length() > request.textLimit()) {
            throw new TooMuch("text");
        }
        Paper paper = Paper.of(Lines.clean(plain.text()));
        return answer(type, new Sheet(paper, 0, List.of(), plain.properties(), List.of()), request);
    }

    /// The bytes by the encoding that the page declares, else by the likeliest.
    private static String markup(Path file, int limit) throws IOException {
        byte[] bytes = bytes(file, 16L * limit);
        String declared = Html.declared(bytes);
        PlainText plain = declared == null ? PlainText.decode(bytes) : null;
        if (declared == null && plain == null) {
            throw new CharacterCodingException();
        }
        return declared == null && plain != null ? plain.text() : String.valueOf(declared);
    }

    private static byte[] bytes(Path file, long limit) throws IOException {
        if (Files.size(file) > limit) {
            throw new TooMuch("bytes");
        }
        return Files.readAllBytes(file);
    }
}
