package guidang.reader;

import java.util.Set;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/// Turns the XHTML that a parser tells into lines of plain text, up to a limit.
class TextCollector extends DefaultHandler {
    private static final Set<String> BLOCKS = Set.of("p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "tr",
            "table",
            "br");

    private final StringBuilder out = new StringBuilder(8_192);
    private final int limit;
    private boolean inBody;
    private boolean overflowed;

    TextCollector(int limit) {
        this.limit = limit;
    }

    /// Whether the text was longer than the limit; some parsers swallow the
    /// exception that says so.
    boolean overflowed() {
        return overflowed;
    }

    String text() {
        return out.toString();
    }

    /// How much text there is, and what came after a place in it.
    final int length() {
        return out.length();
    }

    final String since(int place) {
        return out.substring(place);
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) throws SAXException {
        inBody = inBody || name.equals("body");
        if (BLOCKS.contains(name)) {
            endLine();
        } else if ((name.equals("td") || name.equals("th")) && !atLineStart()) {
            out.append('\t');
        }
    }

    @Override
    public void endElement(String uri, String name, String qualified) throws SAXException {
        if (BLOCKS.contains(name)) {
            endLine();
        }
    }

    @Override
    public void characters(char[] characters, int start, int length) throws SAXException {
        if (inBody) {
            append(characters, start, length);
        }
    }

    void append(char[] characters, int start, int length) throws SAXException {
        if (overflowed || out.length() + length > limit) {
            overflowed = true;
            throw new TextLimitReached();
        }
        for (int i = start; i < start + length; i++) {
            append(characters[i]);
        }
    }

    private void append(char c) {
        if ((c >= ' ' && c != 0x7f && c != 0xfeff && c != 0x2028 && c != 0x2029) || c == '\t') {
            out.append(c);
        } else if (c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029) {
            endLine();
        }
    }

    void endLine() {
        if (!atLineStart()) {
            out.append('\n');
        }
    }

    private boolean atLineStart() {
        return out.isEmpty() || out.charAt(out.length() - 1) == '\n';
    }

    static final class TextLimitReached extends SAXException {
        private static final long serialVersionUID = 1;

        TextLimitReached() {
            super("more text than the limit");
        }
    }
}
