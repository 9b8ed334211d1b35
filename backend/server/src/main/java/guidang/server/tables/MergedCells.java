package guidang.server.tables;

import guidang.server.tables.Grid.Merged;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/// The merged cells of a workbook's first sheet (`mergeCell` of ECMA-376 part
/// 1, 18.3.1.54), which the reader of its rows does not tell. Streams through
/// the sheet once more.
final class MergedCells {
    private static final Pattern RANGE = Pattern.compile("\\$?([A-Z]{1,3})\\$?(\\d{1,7}):\\$?([A-Z]{1,3})\\$?(\\d{1,7})");
    private static final String RELATIONS = "xl/_rels/workbook.xml.rels";
    private static final String WORKBOOK = "xl/workbook.xml";
    /// More would not be somebody's work.
    private static final int MOST = 50_000;

    private MergedCells() {
    }

    /// @param bytes
    ///            a workbook of a size that fits
    static List<Merged> ofFirstSheet(byte[] bytes) throws IOException, XMLStreamException {
        try (ZipFile zip = ZipFile.builder().setByteArray(bytes).get()) {
            Optional<String> id = first(zip, WORKBOOK, "sheet", null, "id");
            Optional<String> target = id.isEmpty()
                    ? Optional.empty()
                    : first(zip, RELATIONS, "Relationship", id.get(), "Target");
            return target.isEmpty() ? List.of() : merged(zip, part(target.get()));
        }
    }

    private static String part(String target) {
        return target.startsWith("/") ? target.substring(1) : "xl/" + target;
    }

    /// The attribute of the first element of that name, and of that id where one
    /// is wanted.
    private static Optional<String> first(ZipFile zip, String part, String element, @Nullable String id,
            String attribute) throws IOException, XMLStreamException {
        ZipArchiveEntry entry = zip.getEntry(part);
        if (entry == null) {
            return Optional.empty();
        }
        try (InputStream in = zip.getInputStream(entry)) {
            XMLStreamReader xml = reader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals(element)
                        && (id == null || id.equals(attribute(xml, "Id")))) {
                    return Optional.ofNullable(attribute(xml, attribute));
                }
            }
        }
        return Optional.empty();
    }

    /// Whatever its namespace: `r:id` has had two.
    private static @Nullable String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            boolean prefixed = name
                    .equals("id") == (xml.getAttributeNamespace(i) != null && !xml.getAttributeNamespace(i).isEmpty());
            if (xml.getAttributeLocalName(i).equals(name) && prefixed) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    private static List<Merged> merged(ZipFile zip, String part) throws IOException, XMLStreamException {
        List<Merged> all = new ArrayList<>();
        ZipArchiveEntry entry = zip.getEntry(part);
        if (entry == null) {
            return all;
        }
        try (InputStream in = zip.getInputStream(entry)) {
            XMLStreamReader xml = reader(in);
            while (xml.hasNext() && all.size() < MOST) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("mergeCell")) {
                    range(attribute(xml, "ref")).ifPresent(all::add);
                }
            }
        }
        return all;
    }

    private static Optional<Merged> range(@Nullable String ref) {
        Matcher range = RANGE.matcher(ref == null ? "" : ref);
        return range.matches()
                ? Optional
                        .of(new Merged(Integer.parseInt(range.group(2)), Integer.parseInt(range.group(4)), column(range.group(1)),
                                column(range.group(3))))
                : Optional.empty();
    }

    private static int column(String letters) {
        return letters.chars().reduce(0, (column, letter) -> column * 26 + letter - 'A' + 1) - 1;
    }

    /// Nothing outside of the part is ever read.
    private static XMLStreamReader reader(InputStream in) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory.createXMLStreamReader(in);
    }
}
