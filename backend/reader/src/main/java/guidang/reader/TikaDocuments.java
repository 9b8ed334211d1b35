package guidang.reader;

import guidang.reader.protocol.Answer.Reading;
import guidang.reader.protocol.Answer.Reason;
import guidang.reader.protocol.Answer.Refused;
import guidang.reader.structure.Paper;
import guidang.reader.protocol.Answer;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.PagedText;
import org.apache.tika.metadata.Property;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.pdf.PDFParser;
import org.apache.tika.parser.pdf.PDFParserConfig;
import org.jspecify.annotations.Nullable;
import org.xml.sax.ContentHandler;

/// Tika's parsers, called directly: the type is known already.
final class TikaDocuments {
    /// What a document says of itself and may be kept. Authors and editors are
    /// persons, and are not here.
    private static final Map<String, Property> KEPT = Map.of("title", TikaCoreProperties.TITLE, "created",
            TikaCoreProperties.CREATED,
            "modified", TikaCoreProperties.MODIFIED, "pages", PagedText.N_PAGES);
    private static final String[] APPLICATION = {"extended-properties:Application", "pdf:docinfo:creator_tool",
            "xmp:CreatorTool"};
    private static final int PROPERTY_LIMIT = 300;
    private static final long PDF_MEMORY = 48L << 20;

    private final PDFParser pdf = new PDFParser();
    private final ParseContext context = context();

    Answer pdf(Path file, int limit) throws Exception {
        return parse(pdf, file, MediaType.PDF, new PdfCollector(limit));
    }

    private Answer parse(Parser parser, Path file, MediaType type, TextCollector text) throws Exception {
        Metadata metadata = new Metadata();
        try (TikaInputStream in = TikaInputStream.get(file, metadata)) {
            parser.parse(in, text, metadata, context);
        }
        if (text.overflowed()) {
            return new Refused(Reason.TOO_COMPLEX, type.toString());
        }
        return reading(type, text.text(), properties(metadata));
    }

    private static Reading reading(MediaType type, String text, Map<String, String> properties) {
        return Papers.reading(type, Papers.pages(properties.get("pages")), properties, Paper.of(text));
    }

    private static Map<String, String> properties(Metadata metadata) {
        Map<String, String> kept = new TreeMap<>();
        KEPT.forEach((name, property) -> keep(kept, name, metadata.get(property)));
        for (String name : APPLICATION) {
            keep(kept, "application", metadata.get(name));
        }
        return kept;
    }

    private static void keep(Map<String, String> kept, String name, @Nullable String value) {
        String clean = value == null ? "" : Lines.clean(value).strip();
        if (!clean.isEmpty() && clean.length() <= PROPERTY_LIMIT) {
            kept.putIfAbsent(name, clean);
        }
    }

    private static ParseContext context() {
        PDFParserConfig pages = new PDFParserConfig();
        pages.setOcrStrategy(PDFParserConfig.OCR_STRATEGY.NO_OCR);
        pages.setExtractBookmarksText(false);
        pages.setMaxMainMemoryBytes(PDF_MEMORY);
        ParseContext context = new ParseContext();
        context.set(PDFParserConfig.class, pages);
        context.set(EmbeddedDocumentExtractor.class, new NothingEmbedded());
        return context;
    }

    /// Files inside the file are no part of its text.
    private static final class NothingEmbedded implements EmbeddedDocumentExtractor {
        @Override
        public boolean shouldParseEmbedded(Metadata metadata) {
            return false;
        }

        @Override
        public void parseEmbedded(InputStream stream, ContentHandler handler, Metadata metadata, boolean html) {
        }
    }
}
