package guidang.reader.formats;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;

/// The lines of a document's pages, in the order in which they were painted.
final class PdfLines extends PDFTextStripper {
    /// Ems between words that make them cells.
    private static final double CELL_GAP = 2;
    /// Ems between two ideographs that are no gap: justified lines stretch.
    private static final double STRETCH = 0.55;
    /// Ems between an ideograph and a digit that typesetters put there.
    private static final double MIXED = 0.4;

    private final List<List<PageLine>> pages = new ArrayList<>();
    private double width;
    private final StringBuilder text = new StringBuilder();
    private final int limit;
    private int seen;
    private List<PageLine> page = new ArrayList<>();
    private @Nullable TextPosition first;
    private @Nullable TextPosition last;

    PdfLines(int limit) {
        this.limit = limit;
    }

    List<List<PageLine>> read(PDDocument document) throws IOException {
        writeText(document, Writer.nullWriter());
        return pages;
    }

    /// Of the widest page.
    double width() {
        return width;
    }

    @Override
    protected void startPage(PDPage next) {
        boolean turned = next.getRotation() % 180 != 0;
        width = Math.max(width, turned ? next.getCropBox().getHeight() : next.getCropBox().getWidth());
        page = new ArrayList<>();
    }

    @Override
    protected void endPage(PDPage done) {
        endLine();
        pages.add(page);
    }

    @Override
    protected void writeString(String word, List<TextPosition> places) throws IOException {
        seen += word.length();
        if (seen > limit) {
            throw new TooMuch("text");
        }
        if (places.isEmpty()) {
            return;
        }
        TextPosition before = last;
        if (before != null && !text.isEmpty()) {
            gap(before, places.getFirst());
        }
        first = first == null ? places.getFirst() : first;
        last = places.getLast();
        text.append(word);
    }

    private void gap(TextPosition before, TextPosition next) {
        double em = Math.max(1, next.getFontSizeInPt());
        double gap = (next.getXDirAdj() - before.getXDirAdj() - before.getWidthDirAdj()) / em;
        char end = text.charAt(text.length() - 1);
        String begin = next.getUnicode();
        boolean nextWide = begin != null && !begin.isEmpty() && PageLine.isWide(begin.charAt(0));
        boolean wide = PageLine.isWide(end) && nextWide;
        boolean mixed = PageLine.isWide(end) != nextWide;
        if (gap > CELL_GAP) {
            text.append('\t');
        } else if (!Character.isWhitespace(end) && gap >= (wide ? STRETCH : mixed ? MIXED : 0)) {
            text.append(' ');
        }
    }

    @Override
    protected void writeWordSeparator() {
        // The next word's place tells how wide the gap is.
    }

    @Override
    protected void writeLineSeparator() {
        endLine();
    }

    @Override
    protected void writeParagraphEnd() {
        endLine();
    }

    private void endLine() {
        TextPosition from = first;
        TextPosition to = last;
        if (from != null && to != null && !text.toString().isBlank()) {
            double right = to.getXDirAdj() + to.getWidthDirAdj();
            page.add(new PageLine(text.toString(), from.getXDirAdj(), right, from.getYDirAdj(),
                    Math.max(1, from.getFontSizeInPt())));
        }
        text.setLength(0);
        first = null;
        last = null;
    }
}
