package guidang.server.query;

/// What a person looks for: all of several words must occur.
///
/// @param text
///            without its quotes; holds a letter or digit
/// @param quoted
///            whether it must occur exactly so; an unquoted one of more than
///            [#EXACT] characters is taken apart
public record Word(String text, boolean quoted) {
    /// An unquoted word up to this length is looked for as it is.
    public static final int EXACT = 8;
}
