package guidang.server.inspection;

import guidang.reader.protocol.Answer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What the reader made of a file: the blob `reading` of a version (FORMAT.md).
///
/// @param reader
///            version of the reader's rules
/// @param characters
///            of the text, counted in code points
/// @param pageStarts
///            UTF-16 offsets into the text at which a page begins; null for
///            formats that have no pages of their own
/// @param text
///            lines ended by a line feed
/// @param structure
///            absent in what older readers read
record Reading(int format, String reader, String mediaType, @Nullable Integer pages, int characters,
        Map<String, String> properties,
        @Nullable String title, @Nullable List<Integer> pageStarts, String text, @Nullable ReadStructure structure) {
    static final int FORMAT = 1;
    static final String READER = "2";
    private static final int EXCERPT = 300;

    static Reading of(Answer.Reading answer) {
        Integer pages = answer.pages() > 0 ? answer.pages() : null;
        String text = answer.text();
        return new Reading(FORMAT, READER, answer.mediaType(), pages, text.codePointCount(0, text.length()),
                new TreeMap<>(answer.properties()), answer.title(), answer.pageStarts().isEmpty() ? null : answer.pageStarts(),
                text, ReadStructure.of(answer.structure()));
    }

    ReadStructure structured() {
        return structure == null ? ReadStructure.NONE : structure;
    }

    String excerpt() {
        int end = Math.min(text.length(), EXCERPT);
        return text.substring(0, end > 0 && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
    }
}
