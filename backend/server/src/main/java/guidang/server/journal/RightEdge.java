package guidang.server.journal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The partial tiles at the tree's right edge, one a level, and the partial
/// entry bundle (C2SP tlog-tiles). What is full leaves as a tile. On the
/// journal's thread only.
final class RightEdge {
    static final int WIDTH = 256;

    private final List<List<byte[]>> levels = new ArrayList<>();
    private final List<String> entries = new ArrayList<>();
    private long size;

    /// A full tile or bundle, ready to be kept.
    record Full(String path, byte[] bytes) {}

    /// Starts at a tree of that size whose partial tiles hold the hashes, lowest
    /// level first.
    void seed(long treeSize, List<List<byte[]>> hashes, List<String> texts) {
        size = treeSize;
        levels.clear();
        hashes.forEach(level -> levels.add(new ArrayList<>(level)));
        entries.clear();
        entries.addAll(texts);
    }

    List<Full> append(Link link) {
        List<Full> full = new ArrayList<>();
        for (int i = 0; i < link.leaves().size(); i++) {
            entries.add(link.leaves().get(i));
            push(0, link.hashes().get(i), full);
            size++;
            if (entries.size() == WIDTH) {
                full.add(new Full(Tile.entries(size / WIDTH - 1, WIDTH).path(), bundle(entries)));
                entries.clear();
            }
        }
        return full;
    }

    /// The first hashes of the partial tile, at most what is there.
    List<byte[]> partial(int level) {
        return level < levels.size() ? List.copyOf(levels.get(level)) : List.of();
    }

    List<String> partialEntries() {
        return List.copyOf(entries);
    }

    long size() {
        return size;
    }

    private void push(int level, byte[] hash, List<Full> full) {
        if (level == levels.size()) {
            levels.add(new ArrayList<>());
        }
        List<byte[]> tile = levels.get(level);
        tile.add(hash);
        if (tile.size() == WIDTH) {
            long index = ((size + 1) >> (8 * (level + 1))) - 1;
            full.add(new Full(Tile.hashes(level, index, WIDTH).path(), concatenated(tile)));
            byte[] root = Merkle.root(tile);
            tile.clear();
            push(level + 1, root, full);
        }
    }

    static byte[] concatenated(List<byte[]> hashes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(hashes.size() * 32);
        hashes.forEach(out::writeBytes);
        return out.toByteArray();
    }

    /// An entry bundle: each entry with its length in two bytes before it, big
    /// end first.
    static byte[] bundle(List<String> texts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(texts.size() * 512);
        for (String text : texts) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            out.write(bytes.length >> 8);
            out.write(bytes.length);
            out.writeBytes(bytes);
        }
        return out.toByteArray();
    }
}
