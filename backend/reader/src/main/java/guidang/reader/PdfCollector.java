package guidang.reader;

import java.util.ArrayList;
import java.util.List;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;

/// A pdf knows lines, not paragraphs. Inside what the parser takes for one
/// paragraph, a line that reaches the right margin goes on in the next one:
/// otherwise a word that is wrapped could not be found.
final class PdfCollector extends TextCollector {
    private static final double FULL = 0.75;

    private final List<List<String>> paragraphs = new ArrayList<>();
    private int seen;

    PdfCollector(int limit) {
        super(limit);
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) throws SAXException {
        if (name.equals("p") || name.equals("div")) {
            endParagraph();
        }
        super.startElement(uri, name, qualified, attributes);
    }

    @Override
    public void endElement(String uri, String name, String qualified) throws SAXException {
        super.endElement(uri, name, qualified);
        if (name.equals("p") || name.equals("div")) {
            endParagraph();
        }
    }

    @Override
    public void ignorableWhitespace(char[] characters, int start, int length) {
        endLine();
    }

    @Override
    String text() {
        endParagraph();
        int widest = paragraphs.stream().flatMap(List::stream).mapToInt(PdfCollector::width).max().orElse(0);
        StringBuilder out = new StringBuilder(seen + 16);
        for (List<String> paragraph : paragraphs) {
            join(paragraph, widest, out);
        }
        return out.toString();
    }

    private void endParagraph() {
        endLine();
        List<String> lines = since(seen).lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
        seen = length();
        if (!lines.isEmpty()) {
            paragraphs.add(lines);
        }
    }

    private static void join(List<String> paragraph, int widest, StringBuilder out) {
        for (int i = 0; i < paragraph.size(); i++) {
            String line = paragraph.get(i);
            out.append(line);
            if (i + 1 == paragraph.size() || width(line) < FULL * widest) {
                out.append('\n');
            } else if (!isWide(line.charAt(line.length() - 1)) && !isWide(paragraph.get(i + 1).charAt(0))) {
                out.append(' ');
            }
        }
    }

    private static int width(String line) {
        return line.length() + (int) line.chars().filter(c -> isWide((char) c)).count();
    }

    private static boolean isWide(char c) {
        return (c >= 0x2e80 && c < 0xa4d0) || (c >= 0xf900 && c < 0xfb00) || (c >= 0xff00 && c < 0xff61)
                || (c >= 0x2010 && c < 0x2027);
    }
}
