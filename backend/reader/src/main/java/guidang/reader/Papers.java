package guidang.reader;

import guidang.reader.formats.Sheet;
import guidang.reader.protocol.Answer.Reading;
import guidang.reader.protocol.Structure;
import guidang.reader.protocol.Structure.Phrase;
import guidang.reader.structure.Paper;
import guidang.reader.structure.StructureReader;
import org.jspecify.annotations.Nullable;

/// The last step of every format: its paper is read for structure.
final class Papers {
    private Papers() {
    }

    /// @param paper
    ///            that of the sheet, and what is known of it besides
    static Reading reading(MediaType type, Sheet sheet, Paper paper) {
        Structure structure = StructureReader.read(paper);
        Phrase title = structure.head().title();
        return new Reading(type.toString(), sheet.pages(), title == null ? null : title.text(), sheet.properties(),
                sheet.pageStarts(),
                paper.text(), structure);
    }

    /// A number of pages as an application noted it; 0 where it is none.
    static int pages(@Nullable String noted) {
        return noted != null && noted.matches("\\d{1,6}") ? Integer.parseInt(noted) : 0;
    }
}
