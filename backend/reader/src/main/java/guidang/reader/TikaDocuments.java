package guidang.reader;

import guidang.reader.protocol.Answer.Reading;
import guidang.reader.protocol.Answer.Reason;
import guidang.reader.protocol.Answer.Refused;
import guidang.reader.protocol.Answer;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.PagedText;
import org.apache.tika.metadata.Property;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
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
    /// No part of a document is larger when unpacked, in bytes.
    private static final long PART_LIMIT = 256L << 20;
    private static final long PDF_MEMORY = 48L << 20;

    private final OOXMLParser word = new OOXMLParser();
    private final PDFParser pdf = new PDFParser();
    private final ParseContext context = context();

    TikaDocuments() {
        ZipSecureFile.setMaxEntrySize(PART_LIMIT);
    }

    Answer docx(Path file, int limit) throws Exception {
        return parse(word, file, MediaType.DOCX, new TextCollector(limit));
    }

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
        return new Reading(type.toString(), pages(properties.get("pages")), Lines.title(text), properties, text);
    }

    private static int pages(@Nullable String noted) {
        return noted != null && noted.matches("\\d{1,6}") ? Integer.parseInt(noted) : 0;
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
        OfficeParserConfig office = new OfficeParserConfig();
        office.setUseSAXDocxExtractor(true);
        PDFParserConfig pages = new PDFParserConfig();
        pages.setOcrStrategy(PDFParserConfig.OCR_STRATEGY.NO_OCR);
        pages.setExtractBookmarksText(false);
        pages.setMaxMainMemoryBytes(PDF_MEMORY);
        ParseContext context = new ParseContext();
        context.set(OfficeParserConfig.class, office);
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
