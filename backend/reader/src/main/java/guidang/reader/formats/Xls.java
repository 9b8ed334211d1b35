package guidang.reader.formats;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.poi.hpsf.HPSFPropertiesOnlyDocument;
import org.apache.poi.hssf.eventusermodel.HSSFEventFactory;
import org.apache.poi.hssf.eventusermodel.HSSFRequest;
import org.apache.poi.hssf.extractor.OldExcelExtractor;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.CellRecord;
import org.apache.poi.hssf.record.FooterRecord;
import org.apache.poi.hssf.record.HeaderRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.TextObjectRecord;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jspecify.annotations.Nullable;

/// A workbook of Excel 97–2003 and what WPS saves as .et, as far as a marking
/// stands in one ([Xlsx]); of older ones all text. By POI's records, one after
/// the other.
public final class Xls {
    private static final int MOST_ROWS = 200;
    private static final int MOST_WORDS = 200_000;

    private final PaperWriter out;
    private final StringBuilder words = new StringBuilder();
    private @Nullable SSTRecord strings;
    private int row = -1;

    private Xls(int limit) {
        this.out = new PaperWriter(limit);
    }

    /// Reads a file.
    ///
    /// @param limit
    ///            UTF-16 units of text
    /// @throws TooMuch
    ///             where the text passes its limit
    /// @throws IOException
    ///             where it breaks the rules of its format
    public static Sheet read(Path file, int limit) throws IOException {
        try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true)) {
            return new Xls(limit).read(container);
        }
    }

    private Sheet read(POIFSFileSystem container) throws IOException {
        if (container.getRoot().hasEntryCaseInsensitive("Workbook")) {
            HSSFRequest request = new HSSFRequest();
            request.addListenerForAllRecords(this::see);
            new HSSFEventFactory().processWorkbookEvents(request, container);
        } else {
            try (OldExcelExtractor old = new OldExcelExtractor(container.getRoot())) {
                add(old.getText());
            }
        }
        out.append(words);
        try (HPSFPropertiesOnlyDocument document = new HPSFPropertiesOnlyDocument(container)) {
            return Sheet.of(out.paper(), 0, Doc.properties(document));
        }
    }

    private void see(Record next) {
        switch (next) {
            case SSTRecord all -> strings = all;
            case BoundSheetRecord sheet -> out.furnish(sheet.getSheetname());
            case HeaderRecord header -> out.furnish(Xlsx.plain(header.getText()));
            case FooterRecord footer -> out.furnish(Xlsx.plain(footer.getText()));
            case TextObjectRecord box -> add("\n" + box.getStr().getString() + "\n");
            case LabelSSTRecord cell when cell.getRow() < MOST_ROWS -> cell(cell, shared(cell.getSSTIndex()));
            default -> {
                // Numbers and forms mark nothing.
            }
        }
    }

    private String shared(int index) {
        SSTRecord all = strings;
        return all == null || index < 0 || index >= all.getNumUniqueStrings() ? "" : all.getString(index).getString();
    }

    private void cell(CellRecord cell, String text) {
        add((cell.getRow() == row ? "\t" : "\n") + text.replace('\n', ' '));
        row = cell.getRow();
    }

    private void add(String text) {
        if (words.length() + text.length() <= MOST_WORDS) {
            words.append(text);
        }
    }
}
