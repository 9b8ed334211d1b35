package guidang.reader.labelled;

import static guidang.reader.labelled.Zip.escaped;

import java.util.List;
import java.util.Locale;

/// A labelled document as OFD (GB/T 33190-2016): a text object a line,
/// in millimetres.
final class OfdFile {
    private static final String NS = " xmlns:ofd=\"http://www.ofdspec.org/2016\"";
    private static final double SIZE = 5.6;
    private static final double LEADING = 10;

    private int id = 10;

    private OfdFile() {
    }

    static byte[] of(Labelled document) {
        OfdFile file = new OfdFile();
        List<Page> pages = Page.of(document);
        StringBuilder list = new StringBuilder();
        Zip zip = new Zip().part("OFD.xml", "<ofd:OFD" + NS + " Version=\"1.0\" DocType=\"OFD\"><ofd:DocBody><ofd:DocInfo>"
                + "<ofd:DocID>0123456789abcdef0123456789abcdef</ofd:DocID></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>"
                + "</ofd:DocBody></ofd:OFD>");
        for (int i = 0; i < pages.size(); i++) {
            list.append("<ofd:Page ID=\"").append(file.id++).append("\" BaseLoc=\"Pages/Page_").append(i)
                    .append("/Content.xml\"/>");
            zip.part("Doc_0/Pages/Page_" + i + "/Content.xml", file.page(pages.get(i)));
        }
        return zip
                .part("Doc_0/PublicRes.xml",
                        "<ofd:Res" + NS + " BaseLoc=\"Res\"><ofd:Fonts><ofd:Font ID=\"3\" FontName=\"SimSun\""
                                + " FamilyName=\"SimSun\"/></ofd:Fonts></ofd:Res>")
                .part("Doc_0/Document.xml", "<ofd:Document" + NS + "><ofd:CommonData><ofd:MaxUnitID>" + file.id
                        + "</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
                        + "<ofd:PublicRes>PublicRes.xml</ofd:PublicRes></ofd:CommonData><ofd:Pages>" + list
                        + "</ofd:Pages></ofd:Document>")
                .finish();
    }

    private String page(Page page) {
        StringBuilder out = new StringBuilder(
                "<ofd:Page" + NS + "><ofd:Area><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:Area>"
                        + "<ofd:Content><ofd:Layer ID=\"" + id++ + "\" Type=\"Body\">");
        double y = 35;
        for (Page.Row row : page.rows()) {
            out.append(text(row.text(), 26 + row.indent() * SIZE, y));
            y += LEADING;
        }
        return out + text(page.furniture(), 95, 275) + "</ofd:Layer></ofd:Content></ofd:Page>";
    }

    private String text(String words, double x, double y) {
        double width = Math.max(1, words.length()) * SIZE;
        return String.format(Locale.ROOT,
                "<ofd:TextObject ID=\"%d\" Boundary=\"%.2f %.2f %.2f %.2f\" Font=\"3\" Size=\"%.2f\"><ofd:TextCode X=\"0\" Y=\"%.2f\""
                        + " DeltaX=\"%s\">%s</ofd:TextCode></ofd:TextObject>",
                id++, x, y, width, SIZE * 1.2, SIZE, SIZE, "g " + (words.length() - 1) + " " + SIZE, escaped(words));
    }
}
