package guidang.reader.formats;

import java.nio.charset.Charset;

/// What holds inside a group of an RTF file; a new group begins with what
/// holds outside.
final class RtfState {
    /// Where text goes.
    enum Where {
        BODY,
        HEADER,
        NOTE,
        INFORMATION,
        PROPERTY,
        FONTS,
        STYLES,
        NOWHERE
    }

    Where where = Where.BODY;
    Charset charset;
    int unicodeSkip = 1;
    int font;
    int style;
    int outline = -1;
    boolean deleted;
    boolean hidden;
    boolean listText;
    boolean centered;
    boolean inTable;
    String property = "";

    RtfState(Charset charset) {
        this.charset = charset;
    }

    RtfState copy() {
        RtfState copy = new RtfState(charset);
        copy.where = where;
        copy.unicodeSkip = unicodeSkip;
        copy.font = font;
        copy.style = style;
        copy.outline = outline;
        copy.deleted = deleted;
        copy.hidden = hidden;
        copy.listText = listText;
        copy.centered = centered;
        copy.inTable = inTable;
        copy.property = property;
        return copy;
    }
}
