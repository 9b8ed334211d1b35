package guidang.server.filing;

import guidang.server.inspection.ReadStructure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What this room shows of a reading blob; `inspection` writes it.
///
/// @param characters
///            of the text
/// @param pageStarts
///            UTF-16 offsets into the text; null for formats without pages
/// @param text
///            with LF line ends
/// @param structure
///            absent in what older readers read
record Reading(@Nullable Integer pages, int characters, @Nullable List<Integer> pageStarts, String text,
        @Nullable ReadStructure structure) {
    /// Of a document that nobody may read.
    static final Reading NONE = new Reading(null, 0, null, "", null);

    ReadStructure structured() {
        return structure == null ? ReadStructure.NONE : structure;
    }
}
