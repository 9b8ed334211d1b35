package guidang.reader.formats;

import guidang.reader.structure.Mark.Sort;
import guidang.reader.structure.Trait;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/// A page of HTML, as Word and WPS save one: by jsoup, which reads as browsers
/// do and fetches nothing.
public final class Html {
    private static final Set<String> SILENT = Set.of("script", "style", "template", "noscript", "head", "title", "object",
            "embed",
            "select", "textarea", "svg", "math");

    /// Titles of the divisions that LibreOffice makes of headers and footers.
    private static final Set<String> FURNITURE = Set.of("header", "footer");
    private static final int DECLARED_WITHIN = 1_024;

    private Html() {
    }

    /// Reads a page.
    ///
    /// @param html
    ///            decoded
    /// @param limit
    ///            UTF-16 units of text
    /// @throws TooMuch
    ///             where the text passes its limit
    public static Sheet read(String html, int limit) throws TooMuch {
        Document document = Jsoup.parse(html);
        PaperWriter out = new PaperWriter(limit);
        Walk walk = new Walk(out);
        document.body().traverse(walk);
        if (walk.overflowed) {
            throw new TooMuch("text");
        }
        if (!document.select("script").isEmpty()) {
            out.add(Trait.MACROS);
        }
        Properties properties = new Properties().add("title", document.title());
        for (Element meta : document.select("meta[name]")) {
            String name = meta.attr("name").toLowerCase(Locale.ROOT);
            if (!name.equals("author")) {
                properties.add(name.equals("generator") ? "application" : name, meta.attr("content"));
            }
        }
        return Sheet.of(out.paper(), 0, properties);
    }

    /// The text by the encoding that the page itself declares in its first 1,024
    /// bytes; null where it declares none, or wrongly.
    public static @Nullable String declared(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, DECLARED_WITHIN), StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT);
        int at = head.indexOf("charset=");
        if (at < 0 || head.indexOf('\0') >= 0 || head.startsWith("\u00ef\u00bb\u00bf")) {
            return null;
        }
        int start = at + 8;
        while (start < head.length() && "\"' ".indexOf(head.charAt(start)) >= 0) {
            start++;
        }
        int end = start;
        while (end < head.length() && (Character.isLetterOrDigit(head.charAt(end)) || "-_:".indexOf(head.charAt(end)) >= 0)) {
            end++;
        }
        return decoded(bytes, head.substring(start, end));
    }

    /// GB2312 and GBK mean their superset, as browsers take them.
    private static @Nullable String decoded(byte[] bytes, String name) {
        try {
            Charset charset = Charset.forName(name.equals("gb2312") || name.equals("gbk") ? "GB18030" : name);
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return null;
        }
    }

    private static final class Walk implements NodeVisitor {
        private final PaperWriter out;
        private final Deque<Integer> starts = new ArrayDeque<>();
        private final IdentityHashMap<Element, Integer> counts = new IdentityHashMap<>();
        private int silent;
        private int labelEnd = -1;
        private int tableDepth;
        private int tables;
        private HtmlRow row = new HtmlRow();
        private boolean space;
        private boolean overflowed;

        Walk(PaperWriter out) {
            this.out = out;
        }

        @Override
        public void head(Node node, int depth) {
            try {
                if (node instanceof TextNode text) {
                    text(text);
                } else if (node instanceof Element element) {
                    start(element);
                }
            } catch (TooMuch e) {
                // What follows is not read: nothing is appended any more.
                overflowed = true;
                silent++;
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element) {
                end(element);
            }
        }

        private void text(TextNode node) throws TooMuch {
            if (silent > 0) {
                return;
            }
            String words = node.getWholeText();
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < words.length(); i++) {
                char c = words.charAt(i);
                if (c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0xa0) {
                    space = true;
                } else {
                    boolean apart = space && !(line.isEmpty() && (out.atLineStart() || out.follows('\t')));
                    line.append(apart ? " " : "").append(c);
                    space = false;
                }
            }
            out.append(line);
        }

        private void start(Element element) throws TooMuch {
            if (silent > 0 || silent(element)) {
                silent++;
                return;
            } else if (FURNITURE.contains(element.attr("title")) && element.normalName().equals("div")) {
                out.furnish(element.text());
                silent++;
                return;
            }
            switch (element.normalName()) {
                case "br" -> lineBreak();
                case "table" -> startTable();
                case "tr" -> startRow();
                case "td", "th" -> startCell(element);
                default -> {
                    if (block(element)) {
                        lineBreak();
                        starts.push(out.place());
                        label(element);
                    }
                }
            }
        }

        private static boolean silent(Element element) {
            String style = element.attr("style").toLowerCase(Locale.ROOT).replace(" ", "");
            return SILENT.contains(element.normalName()) || element.hasAttr("hidden") || style.contains("display:none");
        }

        private static boolean block(Element element) {
            return element.isBlock() && !Set.of("tbody", "thead", "tfoot", "body").contains(element.normalName());
        }

        private void lineBreak() throws TooMuch {
            space = false;
            if (out.place() == labelEnd) {
                // The words of a list's item may be a block of their own.
                return;
            } else if (tableDepth == 0) {
                out.endLine();
            } else if (!out.atLineStart() && !out.follows('\t') && !out.follows(' ')) {
                space = true;
            }
        }

        private void label(Element element) throws TooMuch {
            Element list = element.parent();
            if (!element.normalName().equals("li") || list == null || !list.normalName().equals("ol")) {
                return;
            }
            int n = number(element.attr("value"), counts.getOrDefault(list, number(list.attr("start"), 1) - 1) + 1);
            counts.put(list, n);
            int start = out.place();
            out.append(Numerals.label(numerals(list).of(n) + suffix(list)));
            out.mark(start, Sort.NUMBERED, 0);
            labelEnd = out.place();
        }

        private static Numerals numerals(Element list) {
            String style = list.attr("style").toLowerCase(Locale.ROOT);
            return style.contains("cjk-ideographic") || style.contains("chinese") || style.contains("japanese")
                    ? Numerals.CHINESE
                    : switch (list.attr("type")) {
                        case "a" -> Numerals.LOWER_LETTER;
                        case "A" -> Numerals.UPPER_LETTER;
                        case "i" -> Numerals.LOWER_ROMAN;
                        case "I" -> Numerals.UPPER_ROMAN;
                        default -> Numerals.ARABIC;
                    };
        }

        private static String suffix(Element list) {
            return numerals(list) == Numerals.CHINESE ? "、" : ".";
        }

        private static int number(String words, int otherwise) {
            boolean number = !words.isEmpty() && words.length() < 7 && words.chars().allMatch(c -> c >= '0' && c <= '9');
            return number ? Integer.parseInt(words) : otherwise;
        }

        private void startTable() throws TooMuch {
            lineBreak();
            if (tableDepth++ == 0) {
                tables++;
                row = new HtmlRow();
            }
        }

        private void startRow() throws TooMuch {
            if (tableDepth == 1) {
                out.endLine();
                starts.push(out.place());
                row.start();
                space = false;
            } else {
                lineBreak();
            }
        }

        private void startCell(Element cell) throws TooMuch {
            if (tableDepth == 1) {
                out.append("\t".repeat(row.next(number(cell.attr("colspan"), 1), number(cell.attr("rowspan"), 1))));
                space = false;
            } else {
                space = true;
            }
        }

        private void end(Element element) {
            if (silent > 0) {
                silent -= overflowed ? 0 : 1;
                return;
            }
            switch (element.normalName()) {
                case "table" -> tableDepth--;
                case "tr" -> endRow();
                case "td", "th", "br" -> {
                }
                default -> {
                    if (block(element)) {
                        endBlock(element, starts.isEmpty() ? 0 : starts.pop());
                    }
                }
            }
        }

        private void endRow() {
            if (tableDepth == 1 && !starts.isEmpty()) {
                out.mark(starts.pop(), Sort.CELLS, tables);
                out.endLine();
            }
        }

        private void endBlock(Element element, int start) {
            if (tableDepth > 0) {
                space = true;
                return;
            }
            String name = element.normalName();
            if (name.length() == 2 && name.charAt(0) == 'h' && name.charAt(1) >= '1' && name.charAt(1) <= '6') {
                out.mark(start, Sort.HEADING, name.charAt(1) - '0');
            }
            String style = element.attr("style").toLowerCase(Locale.ROOT).replace(" ", "");
            boolean centered = style.contains("text-align:center") || element.attr("align").equalsIgnoreCase("center");
            if (centered && !name.equals("div")) {
                out.mark(start, Sort.CENTERED, 0);
            }
            out.endLine();
        }
    }
}
