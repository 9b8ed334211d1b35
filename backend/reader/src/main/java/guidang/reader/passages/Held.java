package guidang.reader.passages;

import java.util.List;

/// The shingles of a script, each with the sentence in which it first stands;
/// sentences count through all sections. An open hash table with linear probing.
final class Held {
    private final long[] keys;
    private final int[] sentences;
    private final int mask;

    Held(Script script) {
        List<Script.Part> parts = script.parts();
        int count = parts.stream().mapToInt(part -> part.shingles().length).sum();
        int size = Math.max(16, Integer.highestOneBit(Math.max(1, count)) << 2);
        keys = new long[size];
        sentences = new int[size];
        mask = size - 1;
        int sentence = 0;
        for (Script.Part part : parts) {
            for (int n = 0; n < part.letters().sentences(); n++, sentence++) {
                put(part, n, sentence);
            }
        }
    }

    private void put(Script.Part part, int n, int sentence) {
        for (int letter = part.letters().begin(n); letter < part.letters().end(n); letter++) {
            long shingle = part.shingles()[letter];
            int slot = slot(shingle);
            if (shingle != Script.NONE && keys[slot] == Script.NONE) {
                keys[slot] = shingle;
                sentences[slot] = sentence;
            }
        }
    }

    private int slot(long shingle) {
        int slot = (int) (shingle >>> 20) & mask;
        while (keys[slot] != Script.NONE && keys[slot] != shingle) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    boolean has(long shingle) {
        return shingle != Script.NONE && keys[slot(shingle)] == shingle;
    }

    /// The sentence that holds it first; −1 where none does.
    int sentence(long shingle) {
        int slot = slot(shingle);
        return shingle != Script.NONE && keys[slot] == shingle ? sentences[slot] : -1;
    }
}
