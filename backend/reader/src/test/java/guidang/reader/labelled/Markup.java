package guidang.reader.labelled;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Reads the mark-up that the README beside the documents describes. A fault in
/// it is an IllegalArgumentException with the document's name.
final class Markup {
    private static final String END_OF_HEADER = "\n===\n";

    private final String name;
    private final StringBuilder text = new StringBuilder();
    private final List<Tag> tags = new ArrayList<>();
    private final Deque<Integer> open = new ArrayDeque<>();
    private boolean inTable;

    private Markup(String name) {
        this.name = name;
    }

    static Labelled parse(String set, String name, String source) {
        int cut = source.indexOf(END_OF_HEADER);
        Map<String, String> header = new LinkedHashMap<>();
        source.substring(0, cut).lines()
                .forEach(line -> header.put(line.substring(0, line.indexOf(':')), line.substring(line.indexOf(':') + 1).strip()));
        Markup markup = new Markup(name);
        source.substring(cut + END_OF_HEADER.length()).lines().forEach(markup::line);
        if (!markup.open.isEmpty()) {
            throw markup.fault("not closed: " + markup.tags.get(markup.open.getLast()));
        }
        return new Labelled(set, name, header, markup.text.toString(), markup.tags);
    }

    /// A line of nothing but marks is no line of the text.
    private void line(String line) {
        int before = text.length();
        String words = inTable && !line.startsWith("{") ? cells(line) : line;
        for (int i = 0; i < words.length(); i++) {
            switch (words.charAt(i)) {
                case '{' -> i = mark(words, i);
                case '}' -> close();
                case '¦' -> tags.add(new Tag("body", "", text.length(), text.length()));
                default -> text.append(words.charAt(i));
            }
        }
        if (line.isEmpty() || text.length() > before) {
            text.append('\n');
        }
    }

    private static String cells(String line) {
        return Arrays.stream(line.split("\\|", -1)).map(String::strip).collect(Collectors.joining("\t"));
    }

    /// Takes the mark that begins at a brace; returns the last place it takes.
    private int mark(String line, int brace) {
        char first = line.charAt(brace + 1);
        if (first == '§' || Character.isDigit(first)) {
            return numbered(line, brace + 1);
        } else if (first == '@' || first == '?') {
            open(String.valueOf(first), "");
            return brace + 1;
        }
        if (first == '>') {
            int last = line.indexOf('}', brace);
            tags.add(new Tag(">", line.substring(brace + 2, last), text.length(), text.length()));
            return last;
        }
        int end = brace + 1;
        while (":=}".indexOf(line.charAt(end)) < 0) {
            end++;
        }
        String tag = line.substring(brace + 1, end);
        if (line.charAt(end) == '}') {
            inTable = tag.equals("reg") || tag.equals("tab") || (inTable && !tag.startsWith("/"));
            tags.add(new Tag(tag, "", text.length(), text.length()));
            return end;
        }
        int colon = line.indexOf(':', end);
        open(tag, end == colon ? "" : line.substring(end + 1, colon));
        return colon;
    }

    /// `{§roles 一、}` or `{2 （一）}`: the number after the space is part of the text.
    private int numbered(String line, int from) {
        int end = line.indexOf('}', from);
        String inside = line.substring(from, end);
        int space = inside.indexOf(' ');
        String value = space < 0 ? inside : inside.substring(0, space);
        int start = text.length();
        text.append(space < 0 ? "" : inside.substring(space + 1));
        boolean isSection = value.startsWith("§");
        tags.add(new Tag(isSection ? "section" : "item", isSection ? value.substring(1) : value, start, text.length()));
        return end;
    }

    private void open(String tag, String value) {
        open.push(tags.size());
        tags.add(new Tag(tag, value, text.length(), -1));
    }

    private void close() {
        if (open.isEmpty()) {
            throw fault("closes nothing after: " + text.substring(Math.max(0, text.length() - 20)));
        }
        int index = open.pop();
        Tag tag = tags.get(index);
        tags.set(index, new Tag(tag.name(), tag.value(), tag.start(), text.length()));
    }

    private IllegalArgumentException fault(String what) {
        return new IllegalArgumentException(name + ": " + what);
    }
}
