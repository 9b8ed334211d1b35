package guidang.reader.word;

import java.util.ArrayList;
import java.util.List;

/// A table while it is read. A cell that spans columns is followed by empty
/// ones, one that goes on from above is empty, so that columns stay columns.
final class PendingTable {
    private static final int WIDEST = 200;

    final int number;
    private final List<String> cells = new ArrayList<>();
    private List<PendingParagraph> cell = new ArrayList<>();
    private List<PendingParagraph> only = new ArrayList<>();
    private int count;
    int span = 1;
    boolean deleted;

    PendingTable(int number) {
        this.number = number;
    }

    void beginRow() {
        cells.clear();
        only = new ArrayList<>();
        count = 0;
        deleted = false;
    }

    void beginCell() {
        cell = new ArrayList<>();
        span = 1;
    }

    void add(PendingParagraph paragraph) {
        cell.add(paragraph);
    }

    void skip(int columns) {
        for (int i = 0; i < Math.min(columns, WIDEST) && cells.size() < WIDEST; i++) {
            cells.add("");
        }
    }

    void endCell() {
        StringBuilder words = new StringBuilder();
        for (PendingParagraph paragraph : cell) {
            String line = paragraph.words().replace('\n', ' ').replace('\t', ' ').strip();
            words.append(words.isEmpty() || line.isEmpty() ? "" : " ").append(line);
        }
        cells.add(words.toString());
        only = cell;
        count++;
        skip(span - 1);
    }

    /// A row of one cell is a frame around paragraphs.
    boolean isFrame() {
        return count == 1;
    }

    List<PendingParagraph> paragraphs() {
        return only;
    }

    List<String> cells() {
        return cells;
    }
}
