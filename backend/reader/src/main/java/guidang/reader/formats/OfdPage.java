package guidang.reader.formats;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/// The lines of one page: its pieces of text (`TextCode`, GB/T 33190 §11.3)
/// ordered by where they stand, because makers order them as they like.
final class OfdPage {
    private static final double CELL_GAP = 2;
    private static final double STRETCH = 0.55;
    /// Millimetres; what a file that names no size seems to mean.
    private static final double USUAL_SIZE = 4.2;

    private final int limit;
    /// Of the last piece: one that names no place goes on from there.
    private double lastX;
    private double lastY;
    private int seen;

    /// @param limit
    ///            UTF-16 units of text, of all pages that are read
    OfdPage(int limit) {
        this.limit = limit;
    }

    /// Text with its place; lengths in millimetres.
    private record Piece(String text, double left, double right, double base, double size) {}

    /// A text object that is open.
    private record Box(double x, double y, double size, double[] matrix) {}

    /// @param templates
    ///            takes the ids of the templates that the page uses
    List<PageLine> lines(Xml xml, Set<String> templates) throws IOException {
        List<Piece> pieces = new ArrayList<>();
        Deque<Box> boxes = new ArrayDeque<>();
        for (Xml.Event event = xml.next(); event != Xml.Event.DONE; event = xml.next()) {
            String name = event == Xml.Event.TEXT ? "" : xml.name();
            if (event == Xml.Event.END && name.equals("TextObject")) {
                boxes.poll();
            } else if (event == Xml.Event.START) {
                switch (name) {
                    case "TextObject" -> {
                        boxes.push(box(xml));
                        lastX = 0;
                        lastY = 0;
                    }
                    case "TextCode" -> piece(xml, boxes.peek() == null ? box(xml) : boxes.element(), pieces);
                    case "Template" -> templates.add(xml.attribute("TemplateID"));
                    default -> {
                    }
                }
            }
        }
        return lines(pieces);
    }

    private static Box box(Xml xml) {
        double[] boundary = numbers(xml.attribute("Boundary"), 4);
        double[] matrix = numbers(xml.attribute("CTM"), 6);
        double[] size = numbers(xml.attribute("Size"), 1);
        boolean turned = matrix.length == 6;
        double scale = turned ? Math.sqrt(Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2])) : 1;
        double letters = size.length == 1 && size[0] > 0 ? size[0] * (scale > 0 ? scale : 1) : USUAL_SIZE;
        return new Box(boundary.length == 4 ? boundary[0] : 0, boundary.length == 4 ? boundary[1] : 0, letters, matrix);
    }

    private void piece(Xml xml, Box box, List<Piece> pieces) throws IOException {
        lastX = numbers(xml.attribute("X"), 1).length == 1 ? first(xml.attribute("X")) : lastX;
        lastY = numbers(xml.attribute("Y"), 1).length == 1 ? first(xml.attribute("Y")) : lastY;
        double[] at = {lastX, lastY};
        String steps = xml.attribute("DeltaX");
        String text = xml.content(limit + 1);
        seen += text.length();
        if (seen > limit) {
            throw new TooMuch("text");
        } else if (text.isBlank()) {
            return;
        }
        double[] m = box.matrix();
        boolean turned = m.length == 6;
        double x = box.x() + (turned ? m[0] * at[0] + m[2] * at[1] + m[4] : at[0]);
        double y = box.y() + (turned ? m[1] * at[0] + m[3] * at[1] + m[5] : at[1]);
        double wide = advance(steps, text, box.size(), turned ? Math.hypot(m[0], m[1]) : 1);
        pieces.add(new Piece(text.replace('\n', ' ').replace('\r', ' ').replace('\t', ' '), x, x + wide, y, box.size()));
    }

    /// From the first letter's left to the last one's right.
    private static double advance(String steps, String text, double size, double scale) {
        int letters = text.codePointCount(0, text.length());
        double last = size * (PageLine.isWide(text.charAt(text.length() - 1)) ? 1 : 0.5);
        String[] words = steps.isBlank() ? new String[0] : steps.strip().split("\\s+");
        double sum = 0;
        double step = 0;
        int counted = 0;
        for (int i = 0; i < words.length && counted < letters - 1; i++) {
            int times = 1;
            if (words[i].equals("g") && i + 2 < words.length) {
                times = (int) Math.min(letters - 1 - counted, Math.max(0, first(words[i + 1])));
                i += 2;
            }
            step = first(words[i]) * scale;
            sum += step * times;
            counted += times;
        }
        return words.length == 0 ? PageLine.ems(text) * size : sum + step * (letters - 1 - counted) + last;
    }

    private static List<PageLine> lines(List<Piece> pieces) {
        List<Piece> down = new ArrayList<>(pieces);
        down.sort(Comparator.comparingDouble(Piece::base));
        List<PageLine> lines = new ArrayList<>();
        for (int from = 0; from < down.size();) {
            int to = from + 1;
            while (to < down.size() && down.get(to).base() - down.get(from).base() < 0.4 * down.get(from).size()) {
                to++;
            }
            lines.add(line(down.subList(from, to)));
            from = to;
        }
        return lines;
    }

    private static PageLine line(List<Piece> pieces) {
        List<Piece> across = new ArrayList<>(pieces);
        across.sort(Comparator.comparingDouble(Piece::left));
        StringBuilder text = new StringBuilder();
        Piece before = null;
        for (Piece piece : across) {
            if (before != null) {
                gap(before, piece, text);
            }
            text.append(piece.text());
            before = piece;
        }
        Piece first = across.getFirst();
        double right = across.stream().mapToDouble(Piece::right).max().orElse(first.right());
        return new PageLine(text.toString(), first.left(), right, first.base(), first.size());
    }

    private static void gap(Piece before, Piece next, StringBuilder text) {
        double gap = (next.left() - before.right()) / next.size();
        char end = text.charAt(text.length() - 1);
        boolean wide = PageLine.isWide(end) && PageLine.isWide(next.text().charAt(0));
        if (gap > CELL_GAP) {
            text.append('\t');
        } else if (gap > (wide ? STRETCH : 0.2) && !Character.isWhitespace(end)) {
            text.append(' ');
        }
    }

    private static double first(String words) {
        double[] numbers = numbers(words, 1);
        return numbers.length == 0 ? 0 : numbers[0];
    }

    /// So many numbers; none where there are others than so many, or one is none.
    private static double[] numbers(String words, int count) {
        String[] parts = words.strip().split("\\s+", count + 1);
        if (words.isBlank() || parts.length != count) {
            return new double[0];
        }
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            try {
                numbers[i] = Double.parseDouble(parts[i]);
            } catch (NumberFormatException e) {
                return new double[0];
            }
            if (!Double.isFinite(numbers[i])) {
                return new double[0];
            }
        }
        return numbers;
    }
}
