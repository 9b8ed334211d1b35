package guidang.server.journal;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The name of a tile or an entry bundle, as C2SP tlog-tiles encodes it:
/// `tile/{level}/{index}[.p/{width}]`, the index in groups of three digits, all
/// but the last with an `x` before them.
///
/// @param level
///            0 … 5, or [#ENTRIES]
/// @param width
///            1 … 256; 256 is a full one
record Tile(int level, long index, int width) {
    static final int ENTRIES = -1;
    private static final Pattern FORM = Pattern
            .compile("tile/(entries|[0-5])/((?:x\\d{3}/){0,5}\\d{3})(?:\\.p/([1-9]\\d{0,2}))?");

    static Tile hashes(int level, long index, int width) {
        return new Tile(level, index, width);
    }

    static Tile entries(long index, int width) {
        return new Tile(ENTRIES, index, width);
    }

    /// Reads a path from outside; empty where it is none, or not the one spelling
    /// of what it names.
    static Optional<Tile> parse(String path) {
        Matcher form = FORM.matcher(path);
        if (!form.matches()) {
            return Optional.empty();
        }
        int width = form.group(3) == null ? RightEdge.WIDTH : Integer.parseInt(form.group(3));
        long index = Long.parseLong(form.group(2).replace("x", "").replace("/", ""));
        Tile tile = new Tile(form.group(1).equals("entries") ? ENTRIES : Integer.parseInt(form.group(1)), index, width);
        return tile.path().equals(path) ? Optional.of(tile) : Optional.empty();
    }

    boolean isFull() {
        return width == RightEdge.WIDTH;
    }

    boolean isEntries() {
        return level == ENTRIES;
    }

    Tile full() {
        return new Tile(level, index, RightEdge.WIDTH);
    }

    String path() {
        String name = String.format(Locale.ROOT, "%03d", index % 1000);
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            name = String.format(Locale.ROOT, "x%03d/%s", rest % 1000, name);
        }
        return "tile/" + (isEntries() ? "entries" : Integer.toString(level)) + "/" + name + (isFull() ? "" : ".p/" + width);
    }
}
