package guidang.reader.labelled;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Word's automatic numbers (ISO/IEC 29500-1, 17.9). The first style of number
/// seen at a depth belongs to one list of several levels, as in a report that
/// was numbered from the ribbon; others get lists of their own, restarted where
/// Word would not count so.
final class Numbering {
    private static final String DIGITS = "一二三四五六七八九十";
    private static final int MAIN_LIST = 1;
    private static final List<Shape> SHAPES = List.of(new Shape("", "、", "chineseCountingThousand"),
            new Shape("（", "）", "japaneseCounting"), new Shape("第", "，", "chineseCounting"), new Shape("", "．", "decimal"),
            new Shape("", ".", "decimal"), new Shape("", "、", "decimal"), new Shape("（", "）", "decimal"),
            new Shape("(", ")", "decimal"), new Shape("(", ")", "chineseCounting"), new Shape("", "", "decimalEnclosedCircle"));

    private final Map<Integer, Shape> main = new LinkedHashMap<>();
    private final int[] counters = new int[10];
    private final Map<String, int[]> others = new LinkedHashMap<>();
    private final StringBuilder lists = new StringBuilder();
    private final StringBuilder numbers = new StringBuilder();
    private final boolean isOff;
    private int last = MAIN_LIST;

    Numbering() {
        this(false);
    }

    private Numbering(boolean isOff) {
        this.isOff = isOff;
    }

    static Numbering none() {
        return new Numbering(true);
    }

    /// The numPr of a line whose number Word counts; empty for a typed number.
    String properties(Line line) {
        @Nullable
        Counted counted = isOff || line.isTyped() ? null : counted(line.label());
        if (counted == null) {
            return "";
        }
        int depth = line.level();
        Shape shape = main.computeIfAbsent(depth, d -> counted.shape());
        if (shape.equals(counted.shape()) && counters[depth] + 1 == counted.value()) {
            counters[depth]++;
            java.util.Arrays.fill(counters, depth + 1, counters.length, 0);
            return properties(MAIN_LIST, depth);
        }
        int[] other = others.computeIfAbsent(depth + counted.shape().toString(), k -> new int[]{0, 0});
        if (other[0] == 0 || other[1] + 1 != counted.value()) {
            other[0] = restarted(counted);
        }
        other[1] = counted.value();
        return properties(other[0], 0);
    }

    private int restarted(Counted counted) {
        last++;
        lists.append("<w:abstractNum w:abstractNumId=\"").append(last).append("\">").append(counted.shape().level(0))
                .append("</w:abstractNum>");
        numbers.append("<w:num w:numId=\"").append(last).append("\"><w:abstractNumId w:val=\"").append(last)
                .append("\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"").append(counted.value())
                .append("\"/></w:lvlOverride></w:num>");
        return last;
    }

    String xml() {
        StringBuilder levels = new StringBuilder();
        main.forEach((depth, shape) -> levels.append(shape.level(depth)));
        return "<w:abstractNum w:abstractNumId=\"1\"><w:multiLevelType w:val=\"multilevel\"/>" + levels + "</w:abstractNum>"
                + lists
                + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num>" + numbers;
    }

    private static String properties(int list, int depth) {
        return "<w:numPr><w:ilvl w:val=\"" + depth + "\"/><w:numId w:val=\"" + list + "\"/></w:numPr>";
    }

    private static @Nullable Counted counted(String label) {
        for (Shape shape : SHAPES) {
            if (label.length() > shape.before().length() + shape.after().length() - 1 && label.startsWith(shape.before())
                    && label.endsWith(shape.after())) {
                int value = shape.value(label.substring(shape.before().length(), label.length() - shape.after().length()));
                if (value > 0) {
                    return new Counted(shape, value);
                }
            }
        }
        return null;
    }

    private record Counted(Shape shape, int value) {}

    private record Shape(String before, String after, String format) {

        String level(int depth) {
            return "<w:lvl w:ilvl=\"" + depth + "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" + format
                    + "\"/><w:suff w:val=\"nothing\"/>"
                    + "<w:lvlText w:val=\"" + before + "%" + (depth + 1) + after + "\"/><w:lvlJc w:val=\"left\"/></w:lvl>";
        }

        /// 0 for what this shape does not count.
        int value(String number) {
            if (format.equals("decimal")) {
                return number.length() == 1 && number.charAt(0) >= '1' && number.charAt(0) <= '9' ? number.charAt(0) - '0' : 0;
            } else if (format.equals("decimalEnclosedCircle")) {
                return number.length() == 1 && number.charAt(0) >= '①' && number.charAt(0) <= '⑩'
                        ? number.charAt(0) - '①' + 1
                        : 0;
            }
            return number.length() == 1 ? DIGITS.indexOf(number) + 1 : 0;
        }
    }
}
