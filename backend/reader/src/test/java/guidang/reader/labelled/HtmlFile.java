package guidang.reader.labelled;

import static guidang.reader.labelled.Zip.escaped;

import guidang.reader.labelled.Line.Sort;
import java.nio.charset.Charset;

/// A labelled document as saved from a word processor or a content management
/// system: in UTF-8, or in GB18030 declared as GBK.
final class HtmlFile {
    private HtmlFile() {
    }

    static byte[] of(Labelled document) {
        boolean isOld = document.name().length() % 2 == 0;
        String charset = isOld ? "gbk" : "utf-8";
        StringBuilder html = new StringBuilder("<!DOCTYPE html>\n<html><head><meta charset=\"" + charset + "\"><title>"
                + (isOld ? "无标题文档" : "report") + "</title>\n<style>p{text-indent:2em}</style></head>\n<body>\n");
        int table = 0;
        for (Line line : Line.of(document)) {
            int now = line.sort() == Sort.ROW ? line.level() : 0;
            html.append(table > 0 && now != table ? "</table>\n" : "")
                    .append(now > 0 && now != table ? "<table border=1>\n" : "");
            table = now;
            html.append(switch (line.sort()) {
                case TITLE -> "<h1 align=center>" + escaped(line.text()) + "</h1>\n";
                case SECTION -> "<h2>" + escaped(line.text()) + "</h2>\n";
                case ROW -> "<tr><td>" + escaped(line.text()).replace("\t", "</td><td>") + "</td></tr>\n";
                case BLANK -> "<p>&nbsp;</p>\n";
                case FURNITURE -> "";
                default -> "<p>" + spaced(escaped(line.text())) + "</p>\n";
            });
        }
        html.append(table > 0 ? "</table>\n" : "").append("<script>var text = '<p>一、不是正文</p>';</script></body></html>\n");
        return html.toString().getBytes(Charset.forName(isOld ? "GB18030" : "UTF-8"));
    }

    private static String spaced(String text) {
        return text.startsWith(" ") ? "&nbsp;&nbsp;" + text.strip() : text;
    }
}
