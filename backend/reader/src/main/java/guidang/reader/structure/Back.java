package guidang.reader.structure;

import guidang.reader.protocol.Structure.Attachment;
import guidang.reader.protocol.Structure.Dated;
import guidang.reader.protocol.Structure.Phrase;
import guidang.reader.protocol.Structure.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What stands after the last section.
///
/// @param first
///            index of the first paragraph that belongs to no section any more
/// @param closing
///            `以上报告，请审阅` and the like
record Back(@Nullable Span signOff, @Nullable Phrase organization, @Nullable Dated date, List<Attachment> attachments,
        @Nullable Span closing, int first) {}
