package guidang.reader.formats;

import java.util.Arrays;

/// The row of a table whose cells may span columns and rows: what a cell covers
/// are empty cells.
final class HtmlRow {
    private static final int WIDEST = 100;
    private static final int TALLEST = 10_000;

    /// Of each column, how many more rows the cell above takes.
    private final int[] taken = new int[WIDEST];
    private int column;
    private int owed;

    void start() {
        column = 0;
        owed = 0;
    }

    /// The tabs that stand before the next cell.
    int next(int columns, int rows) {
        int tabs = column > 0 ? 1 + owed : owed;
        while (column < WIDEST && taken[column] > 0) {
            taken[column++]--;
            tabs++;
        }
        int end = Math.min(WIDEST, column + Math.clamp(columns, 1, WIDEST));
        if (column < end) {
            Arrays.fill(taken, column, end, Math.clamp(rows, 1, TALLEST) - 1);
        }
        owed = Math.max(0, end - column - 1);
        column = Math.max(column + 1, end);
        return tabs;
    }
}
