package guidang.server.organizations;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/// A list of organisations as somebody might hand it in, from a seed: any shape
/// of tree, rows in any order, fields quoted or not, any line end and encoding.
record RandomList(List<Line> lines, byte[] bytes) {
    private static final List<String> NAMES = List.of("第一支部", "机关党委", "a, b", "say \"hi\"", "两行\n名称", " 前后空格 ", "𠮷", "é");

    record Line(String code, String name, String type, String parent) {
        List<String> fields() {
            return List.of(code, name, type, parent);
        }
    }

    static RandomList of(long seed, int most) {
        Random random = new Random(seed);
        List<Line> lines = new ArrayList<>();
        int size = 1 + random.nextInt(most);
        for (int i = 0; i < size; i++) {
            String parent = lines.isEmpty() || random.nextInt(4) == 0 ? "ROOT" : lines.get(random.nextInt(lines.size())).code();
            lines.add(new Line("G" + seed + "-" + i, NAMES.get(random.nextInt(NAMES.size())), type(random), parent));
        }
        Collections.shuffle(lines, random);
        return written(lines, random);
    }

    static RandomList written(List<Line> lines, Random random) {
        String end = List.of("\n", "\r\n", "\r").get(random.nextInt(3));
        String text = "code,name,type,parent" + end
                + lines.stream().map(line -> row(line, random)).collect(Collectors.joining(end))
                + (random.nextBoolean() ? end : "");
        return new RandomList(lines, switch (random.nextInt(3)) {
            case 0 -> text.getBytes(StandardCharsets.UTF_8);
            case 1 -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);
            default -> text.getBytes(Charset.forName("GB18030"));
        });
    }

    private static String type(Random random) {
        return List.of("branch", "支部", "general-branch", "党总支", "committee", "党委").get(random.nextInt(6));
    }

    private static String row(Line line, Random random) {
        return line.fields().stream().map(field -> field(field, random)).collect(Collectors.joining(","));
    }

    private static String field(String value, Random random) {
        boolean must = value.chars().anyMatch(c -> ",\"\r\n".indexOf(c) >= 0);
        return must || random.nextInt(3) == 0 ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }
}
