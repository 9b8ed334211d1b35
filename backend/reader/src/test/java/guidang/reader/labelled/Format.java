package guidang.reader.labelled;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Function;

/// The formats that a labelled document is rendered into; the header names them
/// in lower case with hyphens.
enum Format {
    TXT("txt", document -> document.text().getBytes(StandardCharsets.UTF_8)), //
    GB18030("txt", document -> crlf(document).getBytes(Charset.forName("GB18030"))), //
    UTF16("txt", document -> ("\uFEFF" + crlf(document)).getBytes(StandardCharsets.UTF_16LE)), //
    DOCX_PLAIN("docx", WordFile::plain), //
    DOCX_STYLES("docx", WordFile::styled), //
    DOCX_AUTO("docx", WordFile::numbered), //
    DOCX_TABLE("docx", WordFile::tables), //
    DOC("doc", DocFile::of), //
    WPS("wps", DocFile::of), //
    PDF("pdf", PdfFile::of), //
    HTML("html", HtmlFile::of), //
    ODT("odt", OpenText::of), //
    RTF("rtf", RichText::of), //
    OFD("ofd", OfdFile::of);

    private final String extension;
    @SuppressWarnings("ImmutableEnumChecker") // functions without state
    private final Function<Labelled, byte[]> renderer;

    Format(String extension, Function<Labelled, byte[]> renderer) {
        this.extension = extension;
        this.renderer = renderer;
    }

    static Format of(String words) {
        return valueOf(words.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    String fileName(Labelled document) {
        return document.name() + "." + extension;
    }

    byte[] render(Labelled document) {
        return renderer.apply(document);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String crlf(Labelled document) {
        return document.text().replace("\n", "\r\n");
    }
}
