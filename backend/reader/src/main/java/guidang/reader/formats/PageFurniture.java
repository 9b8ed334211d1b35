package guidang.reader.formats;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Tells headers, footers and page numbers from the text: by what they say, or
/// because they stand at the same edge of most pages.
final class PageFurniture {
    /// Lines at either edge that may be furniture.
    private static final int EDGE = 3;
    /// Of the pages, on which a line that is furniture stands.
    private static final double MOST = 0.6;
    private static final int FEWEST_PAGES = 3;

    private final List<List<PageLine>> pages;
    private final Map<String, Integer> seen = new HashMap<>();

    private PageFurniture(List<List<PageLine>> pages) {
        this.pages = pages;
    }

    /// The lines that are furniture, of each page.
    static List<Set<PageLine>> find(List<List<PageLine>> pages) {
        PageFurniture furniture = new PageFurniture(pages);
        furniture.count();
        List<Set<PageLine>> found = new ArrayList<>();
        for (List<PageLine> page : pages) {
            found.add(furniture.of(page));
        }
        return found;
    }

    private void count() {
        for (List<PageLine> page : pages) {
            Set<String> once = new HashSet<>();
            edges(page, true).forEach(line -> once.add("top:" + shape(line)));
            edges(page, false).forEach(line -> once.add("bottom:" + shape(line)));
            once.forEach(line -> seen.merge(line, 1, Integer::sum));
        }
    }

    private Set<PageLine> of(List<PageLine> page) {
        Set<PageLine> found = new HashSet<>();
        fromEdge(edges(page, true), "top:", found);
        fromEdge(edges(page, false), "bottom:", found);
        return found;
    }

    /// From the edge inwards, up to the first line that is none.
    private void fromEdge(List<PageLine> edge, String where, Set<PageLine> found) {
        for (int i = 0; i < edge.size(); i++) {
            PageLine line = edge.get(i);
            if (!repeated(where + shape(line)) && !PageNumbers.certain(line.text())
                    && !(i == 0 && PageNumbers.possible(line.text()))) {
                return;
            }
            found.add(line);
        }
    }

    private boolean repeated(String line) {
        return pages.size() >= FEWEST_PAGES && seen.getOrDefault(line, 0) >= Math.max(FEWEST_PAGES, MOST * pages.size());
    }

    private static List<PageLine> edges(List<PageLine> page, boolean top) {
        List<PageLine> sorted = new ArrayList<>(page);
        sorted.sort((a, b) -> Double.compare(top ? a.base() : b.base(), top ? b.base() : a.base()));
        return sorted.subList(0, Math.min(EDGE, sorted.size()));
    }

    /// The line's words, whatever the number in them; a number alone has the shape
    /// of every number.
    private static String shape(PageLine line) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < line.text().length(); i++) {
            char c = line.text().charAt(i);
            if (Character.isDigit(c)) {
                if (out.isEmpty() || out.charAt(out.length() - 1) != '#') {
                    out.append('#');
                }
            } else if (!Character.isWhitespace(c)) {
                out.append(c);
            }
        }
        return out.toString();
    }
}
