package guidang.server.index;

import org.jspecify.annotations.Nullable;

/// One document of the index as of a view, made of what was read at that view
/// alone.
///
/// @param id
///            its id in the index
/// @param version
///            the view: its external version (PROTOCOL 20)
/// @param hash
///            of everything it is made of, 32 hexadecimal characters
/// @param hashBefore
///            as of the view before the batch; none where it was not there
/// @param json
///            its contents; none where it can't be made
/// @param fault
///            why it can't be made: a word, no text
record Document(String id, long version, String hash, @Nullable String hashBefore, byte @Nullable [] json,
        @Nullable String fault) {
    Document faulty(String word) {
        return new Document(id, version, hash, hashBefore, null, word);
    }

    Document holding(byte[] contents) {
        return new Document(id, version, hash, hashBefore, contents, null);
    }

    int weight() {
        return json == null ? 0 : json.length + 200;
    }
}
