package guidang.server.index;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import guidang.server.kernel.Digests;
import guidang.server.rectification.ItemWords;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A rectification item, for as long as nothing about it changed (ADR 13);
/// `index/rectifications.json` maps each member. No person, and no post.
///
/// @param number
///            in the register of its organisation in the campaign
/// @param report
///            the version that it came from; absent where it was entered by hand
/// @param now
///            where its organisation lies in the tree of now: what the scope is
///            taken from
/// @param then
///            where it lay at the time
/// @param from
///            when it became so
/// @param to
///            when that ended; absent while it is so
/// @param imported
///            whether it came with a sheet
/// @param aspect
///            as its words have it; absent where they have none, or are for
///            nobody
/// @param words
///            of what is so still; absent where they are for nobody
record ItemDocument(String campaign, String organization, String organizationType, String item, int number,
        @Nullable String report, @JsonUnwrapped Where now, @JsonUnwrapped(suffix = "Then") Where then, Instant from,
        @Nullable Instant to, @JsonUnwrapped ItemFacts facts, boolean imported, @Nullable String aspect,
        @JsonUnwrapped @Nullable Text words, String hash) {
    /// What is searched by words.
    ///
    /// @param progress
    ///            what was said of what was done, in order
    /// @param lastProgress
    ///            the last of these
    /// @param evidenceNames
    ///            of its files, and what a sheet named
    record Text(String problem, @Nullable String manifestation, @Nullable String goal, @Nullable String measures,
            @Nullable String unit, @Nullable String source, @Nullable String remarks, List<String> progress,
            @Nullable String lastProgress, List<String> evidenceNames) {
        static Text of(ItemWords words, List<String> progress, List<String> evidenceNames) {
            return new Text(words.problem(), words.manifestation(), words.goal(), words.measures(), words.unit(),
                    words.source(), words.remarks(), progress, progress.isEmpty() ? null : progress.getLast(), evidenceNames);
        }
    }

    /// The same place for the same span, in whatever view.
    static String id(String organization, String item, int span) {
        return String.join("/", organization, item, Integer.toString(span));
    }

    /// With the hash of all that it is made of: the words by the digests that the
    /// records name, and by whether they may be read.
    ///
    /// @param progress
    ///            digests of what was said of what was done, where it is part of
    ///            the document
    ItemDocument hashed(List<String> progress, boolean readable) {
        String all = Lane.RECTIFICATIONS.mapping() + "\0" + this + '\0' + progress + '\0' + readable;
        return with(aspect, words, Digests.hex(all.getBytes(StandardCharsets.UTF_8)).substring(0, 32));
    }

    ItemDocument with(@Nullable String said, @Nullable Text text) {
        return with(said, text, hash);
    }

    private ItemDocument with(@Nullable String said, @Nullable Text text, String digest) {
        return new ItemDocument(campaign, organization, organizationType, item, number, report, now, then, from, to, facts,
                imported, said, text, digest);
    }
}
