package guidang.server.filing;

import org.jspecify.annotations.Nullable;

/// What this room shows of a reading blob; `inspection` writes it.
///
/// @param characters
///            of the text
/// @param text
///            with LF line ends
record Reading(@Nullable Integer pages, int characters, String text) {}
