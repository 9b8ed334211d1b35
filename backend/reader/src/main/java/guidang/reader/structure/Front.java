package guidang.reader.structure;

import guidang.reader.protocol.Structure.Dated;
import guidang.reader.protocol.Structure.Phrase;
import org.jspecify.annotations.Nullable;

/// The lines before the preamble.
///
/// @param next
///            index of the first paragraph that is none of them
/// @param body
///            where in it the text begins: after a salutation that is run in
record Front(@Nullable Phrase title, @Nullable Phrase roleLine, @Nullable Phrase organization, @Nullable Dated date,
        @Nullable Phrase place, @Nullable Phrase salutation, int next, int body) {}
