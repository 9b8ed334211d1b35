package guidang.reader.structure;

import guidang.reader.structure.AspectParts.Part;
import java.util.ArrayList;
import java.util.List;

/// What headings of the document say of a list of aspects: where it begins, and
/// how it is cut.
///
/// @param known
///            what headings call aspects, or may
record AspectHeadings(String text, Aspects known) {
    /// Parts between pauses that one aspect may be made of.
    private static final int FARTHEST = 3;

    /// The way most of whose parts headings name in the same words, where these are
    /// at least two and half of them.
    List<Part> confirmed(List<List<Part>> ways, int expected) {
        List<Part> best = List.of();
        int most = 1;
        for (List<Part> way : ways) {
            List<Part> parts = begun(way);
            int told = (int) parts.stream().filter(part -> known.knows(words(part))).count();
            if (told > most && told * 2 >= parts.size() && parts.size() <= Math.max(expected, told + 2)) {
                most = told;
                best = parts;
            }
        }
        return best;
    }

    /// The parts between pauses, joined where a heading names several as
    /// one: 带头A、a，带头B、b.
    List<Part> joined(List<Part> pauses) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < pauses.size(); i++) {
            int last = i;
            for (int k = Math.min(pauses.size(), i + FARTHEST) - 1; k > i && last == i; k--) {
                Part whole = new Part(pauses.get(i).start(), pauses.get(k).end());
                last = known.knows(words(whole)) || (i == 0 && known.ends(words(whole)) > words(pauses.get(k)).length())
                        ? k
                        : i;
            }
            parts.add(new Part(pauses.get(i).start(), pauses.get(last).end()));
            i = last;
        }
        return parts;
    }

    /// The first part without the words before what a heading names.
    private List<Part> begun(List<Part> way) {
        String words = way.isEmpty() ? "" : words(way.getFirst());
        int length = known.ends(words);
        if (length == 0) {
            return way;
        }
        List<Part> parts = new ArrayList<>(way);
        Part first = parts.getFirst();
        int rest = first.end() - AspectName.unwrapped(text, first.start(), first.end()) - words.length();
        parts.set(0, new Part(first.end() - rest - length, first.end()));
        return parts;
    }

    private String words(Part part) {
        String words = text.substring(AspectName.unwrapped(text, part.start(), part.end()), part.end());
        return words.endsWith("方面") ? words.substring(0, words.length() - 2) : words;
    }
}
