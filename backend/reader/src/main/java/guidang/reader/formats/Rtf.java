package guidang.reader.formats;

import guidang.reader.structure.Trait;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// RTF (Microsoft, 1.9.1), with what Word and WPS make of it: code pages by
/// font, numbers of lists as written out, headers and footers, tables.
public final class Rtf {
    private static final int DEEPEST = 1_000;
    private static final long LARGEST = 64L << 20;
    /// Groups that hold no text of the document.
    private static final Set<String> SILENT = Set.of("colortbl", "pict", "themedata", "datastore", "listtable",
            "listoverridetable", "rsidtbl", "generator", "xmlnstbl", "fldinst", "atnid", "atnauthor", "atntime", "atnref",
            "atndate",
            "atnparent", "bkmkstart", "bkmkend", "nonshppict", "sp", "sn", "sv", "revtbl", "author", "operator", "manager",
            "company", "creatim", "revtim", "printim", "buptim", "filetbl", "objdata", "objclass", "objname", "latentstyles",
            "pnseclvl", "pntxta", "pntxtb", "template", "passwordhash", "mmathPr", "xe", "tc", "rxe", "wgrffmtfilter", "falt",
            "panose", "private", "docvar", "userprops", "hlinkbase", "linkval", "protusertbl", "ftnsep", "ftnsepc", "aftnsep",
            "aftnsepc", "pgdsctbl", "colorschememapping", "defchp", "defpap", "factoidname", "background");
    private static final Set<String> INFORMATION = Set.of("title", "subject", "keywords", "doccomm", "category", "comment");

    private final RtfTokens tokens;
    private final PaperWriter out;
    private final Properties properties = new Properties();
    private final Deque<RtfState> outer = new ArrayDeque<>();
    private final Map<Integer, Charset> fonts = new HashMap<>();
    private final Map<Integer, Integer> outlines = new HashMap<>();
    private final RtfBytes pending = new RtfBytes();
    private final StringBuilder aside = new StringBuilder();
    private final StringBuilder notes = new StringBuilder();
    private final RtfParagraph paragraph;
    private final int limit;
    private RtfState state = new RtfState(Charset.forName("GBK"));
    private Charset usual = Charset.forName("GBK");
    private int unicodeToSkip;
    private boolean mayIgnore;

    private Rtf(byte[] bytes, int limit) {
        this.tokens = new RtfTokens(bytes);
        this.limit = limit;
        this.out = new PaperWriter(limit);
        this.paragraph = new RtfParagraph(out);
    }

    /// Reads a file.
    ///
    /// @param limit
    ///            UTF-16 units of text
    /// @throws TooMuch
    ///             where a limit is passed
    public static Sheet read(Path file, int limit) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new TooMuch("bytes");
        }
        return new Rtf(Files.readAllBytes(file), limit).read();
    }

    private Sheet read() throws IOException {
        for (RtfTokens.Kind kind = tokens.next(); kind != RtfTokens.Kind.DONE; kind = tokens.next()) {
            switch (kind) {
                case OPEN -> open();
                case CLOSE -> close();
                case WORD -> {
                    flush();
                    word(tokens.word());
                }
                case HEX, BYTE -> character(kind, tokens.number());
                case DONE -> {
                }
            }
        }
        flush();
        paragraph.end(outlines);
        out.append(notes);
        return Sheet.of(out.paper(), properties.pages(), properties);
    }

    private void open() throws IOException {
        flush();
        if (outer.size() > DEEPEST) {
            throw new TooMuch("depth");
        }
        outer.push(state);
        state = state.copy();
        mayIgnore = false;
        unicodeToSkip = 0;
    }

    private void close() throws IOException {
        flush();
        unicodeToSkip = 0;
        RtfState ended = state;
        state = outer.isEmpty() ? state : outer.pop();
        if (ended.where != state.where) {
            endDestination(ended);
        } else if (ended.listText && !state.listText) {
            paragraph.endLabel();
        }
    }

    private void endDestination(RtfState ended) {
        String words = aside.toString();
        switch (ended.where) {
            case HEADER -> words.lines().forEach(out::furnish);
            case NOTE -> notes.append(words.strip()).append('\n');
            case PROPERTY -> properties.add(ended.property, words);
            default -> {
            }
        }
        aside.setLength(0);
    }

    private void character(RtfTokens.Kind kind, int value) throws IOException {
        if (unicodeToSkip > 0) {
            unicodeToSkip--;
            return;
        }
        boolean plain = kind == RtfTokens.Kind.BYTE && value < 0x80;
        if (plain && !pending.wantsTrail(state.charset)) {
            flush();
            text(String.valueOf((char) value));
        } else {
            pending.add(value);
        }
    }

    private void flush() throws IOException {
        if (!pending.isEmpty()) {
            text(pending.take(state.charset));
        }
    }

    private void text(String words) throws IOException {
        if (state.deleted || state.hidden) {
            return;
        }
        switch (state.where) {
            case BODY -> paragraph.append(words, state);
            case HEADER, NOTE, PROPERTY -> {
                if (aside.length() + words.length() > limit) {
                    throw new TooMuch("text");
                }
                aside.append(words);
            }
            default -> {
            }
        }
    }

    private void word(String word) throws IOException {
        unicodeToSkip = word.equals("u") ? unicodeToSkip : 0;
        if (word.equals("*")) {
            mayIgnore = true;
            return;
        }
        boolean optional = mayIgnore;
        mayIgnore = false;
        if (word.equals("bin")) {
            tokens.skip(tokens.number());
            return;
        }
        if (!destination(word) && !RtfWords.apply(word, tokens, state, usual, fonts) && !formatting(word) && !special(word)
                && optional && !word.equals("shpinst") && !word.equals("listtext")) {
            state.where = RtfState.Where.NOWHERE;
        }
    }

    /// Whether the word says where the group's text goes.
    private boolean destination(String word) {
        if (state.where == RtfState.Where.NOWHERE) {
            return true;
        } else if (SILENT.contains(word)) {
            state.where = RtfState.Where.NOWHERE;
        } else if ((word.startsWith("header") || word.startsWith("footer")) && !word.endsWith("y")) {
            state.where = RtfState.Where.HEADER;
        } else if (INFORMATION.contains(word) && state.where == RtfState.Where.INFORMATION) {
            state.where = RtfState.Where.PROPERTY;
            state.property = word.equals("doccomm") ? "description" : word;
        } else {
            return group(word);
        }
        return true;
    }

    private boolean group(String word) {
        switch (word) {
            case "fonttbl" -> state.where = RtfState.Where.FONTS;
            case "stylesheet" -> state.where = RtfState.Where.STYLES;
            case "info" -> state.where = RtfState.Where.INFORMATION;
            case "footnote" -> state.where = RtfState.Where.NOTE;
            case "annotation" -> {
                out.add(Trait.COMMENTS);
                state.where = RtfState.Where.NOWHERE;
            }
            case "listtext", "pntext" -> state.listText = true;
            case "object" -> out.add(Trait.EMBEDDED_FILES);
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean formatting(String word) {
        switch (word) {
            case "deleted" -> {
                state.deleted = tokens.on();
                out.add(Trait.TRACKED_CHANGES);
            }
            case "revised" -> out.add(Trait.TRACKED_CHANGES);
            case "v" -> state.hidden = tokens.on();
            case "ansicpg" -> {
                usual = RtfWords.codePage(tokens.number());
                state.charset = usual;
            }
            case "outlinelevel" -> paragraph.outline(state, tokens.number(), outlines);
            case "s" -> paragraph.style(state, tokens.number());
            case "nofpages" -> properties.add("pages", Integer.toString(Math.max(0, tokens.number())));
            default -> {
                return paragraph.format(word, state);
            }
        }
        return true;
    }

    private boolean special(String word) throws IOException {
        switch (word) {
            case "u" -> {
                text(String.valueOf((char) tokens.number()));
                unicodeToSkip = state.unicodeSkip;
            }
            case "par", "sect", "page" -> paragraphEnd();
            case "line" -> text("\n");
            case "tab" -> text("\t");
            case "~", "emspace", "enspace" -> text(" ");
            case "_" -> text("-");
            case "emdash" -> text("—");
            case "endash" -> text("–");
            case "lquote" -> text("‘");
            case "rquote" -> text("’");
            case "ldblquote" -> text("“");
            case "rdblquote" -> text("”");
            case "bullet" -> text("•");
            case "\\", "{", "}" -> text(word);
            case "cell", "nestcell" -> cell();
            case "row" -> row();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void paragraphEnd() throws IOException {
        if (state.where == RtfState.Where.BODY) {
            paragraph.par(state, outlines);
        } else {
            text("\n");
        }
    }

    private void cell() throws IOException {
        if (state.where == RtfState.Where.BODY) {
            paragraph.cell();
        } else {
            text(" ");
        }
    }

    private void row() {
        if (state.where == RtfState.Where.BODY) {
            paragraph.row();
        }
    }
}
