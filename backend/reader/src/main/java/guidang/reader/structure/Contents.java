package guidang.reader.structure;

import guidang.reader.structure.Paragraph.Sort;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds a table of contents, which echoes the headings and is none of them.
final class Contents {
    private static final int LONGEST = 80;
    private static final int FEWEST = 3;
    private static final int MOST_LISTS = 3;
    private static final int MOST_ENTRIES = 300;

    private final String text;
    private final List<Paragraph> paragraphs;

    private Contents(String text, List<Paragraph> paragraphs) {
        this.text = text;
        this.paragraphs = paragraphs;
    }

    /// The same paragraphs, with those of a contents list turned into
    /// [Sort#CONTENTS].
    static List<Paragraph> recognize(String text, List<Paragraph> paragraphs) {
        List<Paragraph> out = new ArrayList<>(paragraphs);
        new Contents(text, paragraphs).mark(out);
        return out;
    }

    private void mark(List<Paragraph> out) {
        int lists = 0;
        for (int i = 0; i < paragraphs.size(); i++) {
            if (!paragraphs.get(i).isProse()) {
                continue;
            }
            if (isTitle(i) && lists++ < MOST_LISTS) {
                int end = listed(i + 1);
                if (end > i + 1 || (end < paragraphs.size() && paragraphs.get(end).sort() == Sort.CONTENTS)) {
                    turn(out, i, end);
                    i = end - 1;
                }
            } else if (hasPage(i)) {
                int end = i;
                while (end < paragraphs.size() && paragraphs.get(end).isProse() && hasPage(end)) {
                    end++;
                }
                if (end - i >= FEWEST) {
                    turn(out, i, end);
                }
                i = end - 1;
            }
        }
    }

    private static void turn(List<Paragraph> out, int from, int to) {
        for (int i = from; i < to; i++) {
            out.set(i, out.get(i).as(Sort.CONTENTS));
        }
    }

    private boolean isTitle(int index) {
        Paragraph one = paragraphs.get(index);
        if (one.length() > 12) {
            return false;
        }
        String words = Glyphs.core(text.substring(one.start(), one.end()));
        return words.equals("目录") || words.equals("目次");
    }

    /// One past the last entry: entries name a page, or come again further down.
    private int listed(int from) {
        Map<String, Integer> later = new HashMap<>();
        for (int i = from; i < paragraphs.size(); i++) {
            Paragraph one = paragraphs.get(i);
            if (one.isProse() && one.length() <= LONGEST) {
                later.merge(key(one), 1, Integer::sum);
            }
        }
        int at = from;
        int last = from;
        while (at < Math.min(paragraphs.size(), from + MOST_ENTRIES) && paragraphs.get(at).isProse()
                && paragraphs.get(at).length() <= LONGEST) {
            Paragraph one = paragraphs.get(at);
            String key = key(one);
            int left = later.merge(key, -1, Integer::sum);
            if (!hasPage(at) && !endsWithNumber(one) && left < 1 && !runsIn(at, from)) {
                break;
            }
            at++;
            last = at;
        }
        return last;
    }

    /// A heading that is run into its paragraph further down echoes only its
    /// beginning: the entry is numbered, and its number comes again.
    private boolean runsIn(int at, int from) {
        Paragraph entry = paragraphs.get(at);
        Label label = entry.label();
        if (label == null || Glyphs.isStop(text.charAt(entry.end() - 1))) {
            return false;
        }
        String words = Glyphs.core(text.substring(entry.start(), entry.end()));
        int reach = Math.min(paragraphs.size(), at + 200);
        for (int i = Math.max(at, from) + 1; i < reach; i++) {
            Paragraph one = paragraphs.get(i);
            if (one.label() != null && one.isProse() && one.length() > entry.length()
                    && Glyphs.core(text.substring(one.start(), Math.min(one.end(), one.start() + entry.length() + 4)))
                            .startsWith(words)) {
                return true;
            }
        }
        return false;
    }

    /// Words, a blank and a number: enough below the word 目录.
    private boolean endsWithNumber(Paragraph one) {
        int at = one.end();
        while (at > one.start() && Glyphs.isDigit(text.charAt(at - 1))) {
            at--;
        }
        return at < one.end() && at > one.start() && one.end() - at < 4 && Glyphs.isBlank(text.charAt(at - 1));
    }

    /// The words without the page number and the dots before it.
    private String key(Paragraph one) {
        int end = one.end();
        while (end > one.start() && (Glyphs.isDigit(text.charAt(end - 1)) || isLeader(text.charAt(end - 1)))) {
            end--;
        }
        return Glyphs.core(text.substring(one.start(), end));
    }

    /// `…… 3` or a tab and a number at the end.
    private boolean hasPage(int index) {
        Paragraph one = paragraphs.get(index);
        if (one.length() > LONGEST * 2) {
            return false;
        }
        int at = one.end();
        while (at > one.start() && (Glyphs.isDigit(text.charAt(at - 1)) || "（()）-".indexOf(text.charAt(at - 1)) >= 0)) {
            at--;
        }
        if (at == one.end() || one.end() - at > 6) {
            return false;
        }
        int leaders = 0;
        boolean tab = false;
        while (at > one.start() && isLeader(text.charAt(at - 1))) {
            char c = text.charAt(at - 1);
            tab |= c == '\t';
            leaders += c == '…' ? 3 : Glyphs.isBlank(c) ? 0 : 1;
            at--;
        }
        return at > one.start() && (leaders >= 3 || tab);
    }

    private static boolean isLeader(char c) {
        return c == '…' || c == '.' || c == '．' || c == '·' || c == '・' || c == '-' || c == '—' || c == '_' || c == '⋯'
                || c == '―'
                || Glyphs.isBlank(c);
    }
}
