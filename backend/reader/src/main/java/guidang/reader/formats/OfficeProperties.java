package guidang.reader.formats;

import java.io.IOException;
import java.util.List;
import java.util.Set;

/// What an Office Open XML package says of itself (ECMA-376 part 2, 11; part 1,
/// 22): each property that holds text, custom ones by their own names.
final class OfficeProperties {
    private static final List<String> PARTS = List.of("docProps/core.xml", "docProps/app.xml", "docProps/custom.xml");
    private static final Set<String> PERSONS = Set.of("creator", "lastModifiedBy", "Manager");

    private OfficeProperties() {
    }

    static Properties of(ZipParts parts) throws IOException {
        Properties properties = new Properties();
        for (String part : PARTS) {
            try (Xml xml = parts.xml(part)) {
                if (xml != null) {
                    add(xml, properties);
                }
            }
        }
        return properties;
    }

    private static void add(Xml xml, Properties properties) throws IOException {
        String name = "";
        String custom = "";
        for (Xml.Event event = xml.next(); event != Xml.Event.DONE; event = xml.next()) {
            if (event == Xml.Event.START) {
                name = xml.name();
                custom = name.equals("property") ? xml.attribute("name") : custom;
            } else if (event == Xml.Event.TEXT && !PERSONS.contains(name)) {
                properties.add(custom.isEmpty() ? name : custom, xml.text());
            }
        }
    }
}
