package guidang.reader.fuzz;

import guidang.reader.Fuzzed;
import guidang.reader.marking.Markings;
import guidang.reader.protocol.Answer;
import guidang.reader.protocol.Frames;
import guidang.reader.protocol.Request;
import guidang.reader.structure.Mark;
import guidang.reader.structure.Mark.Sort;
import guidang.reader.structure.Paper;
import guidang.reader.structure.Sound;
import guidang.reader.structure.StructureReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// A part of the reader that is fed with bytes. Whatever they are, it answers:
/// an exception is a fault.
enum Target {
    /// Structure over text: UTF-8. A character U+0001 to U+0007 marks the rest of
    /// its line as the file would (a heading, a cell, …), U+000E makes it a header
    /// or footer.
    TEXT(Target::structure),
    /// The container formats, docx, odt and ofd: their parts, as
    /// [Parts] joins them.
    PARTS(bytes -> file(Parts.zip(bytes))),
    /// txt, rtf and html: the file.
    MARKUP(Target::file),
    /// The file.
    PDF(Target::file),
    /// doc and wps: the file.
    COMPOUND(Target::file),
    /// Classified markings: UTF-8, the first line is the name of the file, the
    /// second a property, the third a header; what follows is the text.
    MARKING(Target::marking),
    /// Frames from the child, and to it.
    FRAMES(Target::frames);

    private static final List<Sort> SORTS = List.of(Sort.values());
    private static final char FURNITURE = 0xe;
    private static final int HEADING_LEVELS = 3;
    private static final int FRAME_LIMIT = 1 << 20;

    @SuppressWarnings("ImmutableEnumChecker") // functions without state
    private final Run run;

    Target(Run run) {
        this.run = run;
    }

    /// @throws AssertionError
    ///             where what must hold does not
    void run(byte[] bytes) throws IOException {
        run.with(bytes);
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Target of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static void structure(byte[] bytes) throws IOException {
        StringBuilder text = new StringBuilder();
        List<Mark> marks = new ArrayList<>();
        List<String> furniture = new ArrayList<>();
        for (String line : new String(bytes, StandardCharsets.UTF_8).split("\n", -1)) {
            String words = line.codePoints().filter(c -> c >= ' ' || c == '\t')
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
            if (line.indexOf(FURNITURE) >= 0) {
                furniture.add(words);
                continue;
            }
            line.chars().filter(c -> c > 0 && c <= SORTS.size() && !words.isEmpty())
                    .mapToObj(c -> new Mark(text.length(), text.length() + words.length(), SORTS.get(c - 1),
                            1 + words.length() % HEADING_LEVELS))
                    .forEach(marks::add);
            text.append(words).append('\n');
        }
        Paper paper = new Paper(text.toString(), marks, furniture, Set.of());
        Sound.check(paper.text(), StructureReader.read(paper));
    }

    private static void file(byte[] bytes) throws IOException {
        Path file = Files.createTempFile("fuzzed", null);
        try {
            Files.write(file, bytes);
            Fuzzed.read(file);
        } finally {
            Files.delete(file);
        }
    }

    private static void marking(byte[] bytes) {
        String[] lines = new String(bytes, StandardCharsets.UTF_8).split("\n", 4);
        Markings.ofName(lines[0]);
        String text = lines[lines.length - 1];
        Paper paper = new Paper(text, List.of(), lines.length > 2 ? List.of(lines[2]) : List.of(), Set.of());
        Markings.Found found = Markings.of(paper, lines.length > 1 ? List.of(lines[1]) : List.of());
        Sound.holds(found.start() <= found.end() && found.end() <= text.length(), "a marking outside the text");
    }

    private static void frames(byte[] bytes) {
        refused(() -> Answer.parse(bytes).frame());
        refused(() -> Request.parse(bytes).frame());
        refused(() -> Frames.read(new ByteArrayInputStream(bytes), FRAME_LIMIT));
    }

    /// Runs what may be refused with an IOException alone.
    private static void refused(Frame frame) {
        try {
            Sound.holds(frame.bytes().length <= FRAME_LIMIT, "a frame that grew");
        } catch (IOException e) {
            // So a broken frame is told.
        }
    }

    private interface Frame {
        byte[] bytes() throws IOException;
    }

    private interface Run {
        void with(byte[] bytes) throws IOException;
    }
}
