package guidang.reader.formats;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// XML read element by element, by local names: makers of documents disagree
/// about prefixes and versions of namespaces. A document type declaration is
/// refused, and with it every entity.
final class Xml implements AutoCloseable {
    private static final int DEEPEST = 1_000;
    private static final XMLInputFactory FACTORY = factory();

    private final InputStream in;
    private final XMLStreamReader reader;
    private int depth;

    Xml(InputStream in) throws IOException {
        this.in = in;
        try {
            this.reader = FACTORY.createXMLStreamReader(in);
        } catch (XMLStreamException e) {
            in.close();
            throw failure(e);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }

    /// What comes next.
    enum Event {
        START,
        END,
        TEXT,
        DONE
    }

    Event next() throws IOException {
        try {
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        deeper();
                        return Event.START;
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        depth--;
                        return Event.END;
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                        return Event.TEXT;
                    }
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw new IOException("a document type declaration");
                    default -> {
                        // Comments and processing instructions say nothing.
                    }
                }
            }
            return Event.DONE;
        } catch (XMLStreamException e) {
            throw failure(e);
        }
    }

    private void deeper() throws TooMuch {
        if (++depth > DEEPEST) {
            throw new TooMuch("depth");
        }
    }

    /// Elements open; the one that just started is one of them.
    int depth() {
        return depth;
    }

    /// Of the element that started or ended.
    String name() {
        return reader.getLocalName();
    }

    String namespace() {
        String uri = reader.getNamespaceURI();
        return uri == null ? "" : uri;
    }

    String text() {
        return reader.getText();
    }

    /// Of the element that started, by local name; empty where it has none.
    String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return "";
    }

    int number(String attribute, int otherwise) {
        String value = attribute(attribute);
        boolean number = !value.isEmpty() && value.length() < 9 && value.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Integer.parseInt(value) : otherwise;
    }

    /// Goes behind the end of the element that just started.
    void skip() throws IOException {
        int inside = depth;
        Event event = Event.START;
        while (depth >= inside && event != Event.DONE) {
            event = next();
        }
    }

    /// All text in the element that just started; goes behind its end.
    String content(int limit) throws IOException {
        StringBuilder text = new StringBuilder();
        int inside = depth;
        while (depth >= inside) {
            Event event = next();
            if (event == Event.DONE) {
                break;
            } else if (event == Event.TEXT && text.length() < limit) {
                text.append(text());
            }
        }
        return text.toString();
    }

    private static IOException failure(XMLStreamException e) {
        return e.getNestedException() instanceof IOException io ? io : new IOException(e);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
