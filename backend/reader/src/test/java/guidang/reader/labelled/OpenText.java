package guidang.reader.labelled;

import static guidang.reader.labelled.Zip.escaped;

import guidang.reader.labelled.Line.Sort;

/// A labelled document as an OpenDocument text (ISO/IEC 26300).
final class OpenText {
    private static final String TYPE = "application/vnd.oasis.opendocument.text";
    private static final String NS = "urn:oasis:names:tc:opendocument:xmlns:";

    private OpenText() {
    }

    static byte[] of(Labelled document) {
        StringBuilder body = new StringBuilder();
        int table = 0;
        for (Line line : Line.of(document)) {
            int now = line.sort() == Sort.ROW ? line.level() : 0;
            body.append(table > 0 && now != table ? "</table:table>" : "");
            body.append(now > 0 && now != table ? "<table:table table:name=\"t" + now + "\">" : "");
            table = now;
            body.append(line(line));
        }
        String content = "<office:document-content xmlns:office=\"" + NS + "office:1.0\" xmlns:text=\"" + NS
                + "text:1.0\" xmlns:table=\"" + NS
                + "table:1.0\" office:version=\"1.2\"><office:body><office:text>" + body + (table > 0 ? "</table:table>" : "")
                + "</office:text></office:body></office:document-content>";
        return new Zip().stored("mimetype", TYPE).part("META-INF/manifest.xml", manifest()).part("content.xml", content).finish();
    }

    private static String line(Line line) {
        return switch (line.sort()) {
            case SECTION -> "<text:h text:outline-level=\"1\">" + words(line.text()) + "</text:h>";
            case ROW -> "<table:table-row><table:table-cell><text:p>"
                    + escaped(line.text()).replace("\t", "</text:p></table:table-cell><table:table-cell><text:p>")
                    + "</text:p></table:table-cell></table:table-row>";
            case FURNITURE -> "";
            default -> "<text:p>" + words(line.text()) + "</text:p>";
        };
    }

    private static String words(String text) {
        return escaped(text).replace("    ", "<text:s text:c=\"4\"/>");
    }

    private static String manifest() {
        return "<manifest:manifest xmlns:manifest=\"" + NS + "manifest:1.0\" manifest:version=\"1.2\">"
                + "<manifest:file-entry manifest:full-path=\"/\" manifest:media-type=\"" + TYPE + "\"/>"
                + "<manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/></manifest:manifest>";
    }
}
