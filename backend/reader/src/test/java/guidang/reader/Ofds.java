package guidang.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Makes OFD files as office programs do: one text object a line, hard wraps,
/// first lines indented by two characters, a page number at the foot.
final class Ofds {
    private static final double SIZE = 5.6;
    private static final double LEADING = 10;
    private static final double LEFT = 28;
    private static final double TOP = 40;
    private static final int PER_LINE = 27;
    private static final int PER_PAGE = 22;

    private Ofds() {
    }

    static byte[] of(String text) {
        return of(text, "");
    }

    /// @param head
    ///            stands in a template, above every page's text; empty for none
    static byte[] of(String text, String head) {
        List<String> lines = wrapped(text);
        Zips zip = new Zips().with("OFD.xml", """
                <?xml version="1.0" encoding="UTF-8"?>
                <ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016" Version="1.1" DocType="OFD"><ofd:DocBody><ofd:DocInfo>\
                <ofd:DocID>0</ofd:DocID><ofd:Creator>WPS Office</ofd:Creator><ofd:CreationDate>2026-08-27</ofd:CreationDate>\
                </ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>
                """);
        StringBuilder pages = new StringBuilder();
        int count = 0;
        for (int from = 0; from < lines.size(); from += PER_PAGE) {
            pages.append("<ofd:Page ID=\"%d\" BaseLoc=\"Pages/Page_%d/Content.xml\"/>".formatted(10 + count, count));
            zip.with("Doc_0/Pages/Page_" + count + "/Content.xml",
                    page(lines.subList(from, Math.min(from + PER_PAGE, lines.size())), ++count, !head.isEmpty()));
        }
        if (!head.isEmpty()) {
            zip.with("Doc_0/Tpls/Tpl_0/Content.xml", content("", line(head, 80, 15, 900)));
        }
        return zip.with("Doc_0/Document.xml",
                """
                        <?xml version="1.0" encoding="UTF-8"?>
                        <ofd:Document xmlns:ofd="http://www.ofdspec.org/2016"><ofd:CommonData><ofd:MaxUnitID>999</ofd:MaxUnitID>\
                        <ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>\
                        <ofd:TemplatePage ID="2" BaseLoc="Tpls/Tpl_0/Content.xml"/></ofd:CommonData><ofd:Pages>%s</ofd:Pages></ofd:Document>
                        """
                        .formatted(pages))
                .bytes();
    }

    private static String page(List<String> lines, int number, boolean template) {
        StringBuilder objects = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            boolean title = number == 1 && i == 0;
            double left = title ? LEFT + (PER_LINE - line.length()) * SIZE / 2 : LEFT + (line.startsWith("\t") ? 2 * SIZE : 0);
            objects.append(line(line.strip(), left, TOP + i * LEADING, number * 100 + i));
        }
        objects.append(line("— " + number + " —", 100, 280, number * 100 + 99));
        return content(template ? "<ofd:Template TemplateID=\"2\" ZOrder=\"Background\"/>" : "", objects.toString());
    }

    private static String content(String template, String objects) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <ofd:Page xmlns:ofd="http://www.ofdspec.org/2016">%s<ofd:Content><ofd:Layer ID="9">%s</ofd:Layer></ofd:Content></ofd:Page>
                """
                .formatted(template, objects);
    }

    private static String line(String text, double x, double y, int id) {
        return String.format(Locale.ROOT,
                "<ofd:TextObject ID=\"%d\" Boundary=\"%.2f %.2f %.2f %.2f\" Font=\"3\" Size=\"%.2f\">"
                        + "<ofd:TextCode X=\"0\" Y=\"%.2f\" DeltaX=\"g %d %.2f\">%s</ofd:TextCode></ofd:TextObject>",
                id, x, y, text.length() * SIZE, SIZE, SIZE, SIZE * 0.86, Math.max(1, text.length() - 1), SIZE, text);
    }

    private static List<String> wrapped(String text) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.lines().filter(l -> !l.isBlank()).toList()) {
            String left = lines.isEmpty() ? paragraph : "\t" + paragraph;
            while (!left.isEmpty()) {
                int cut = Math.min(left.length(), left.startsWith("\t") ? PER_LINE - 1 : PER_LINE);
                lines.add(left.substring(0, cut));
                left = left.substring(cut);
            }
        }
        return lines;
    }
}
