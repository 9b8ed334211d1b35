package guidang.reader.structure;

import guidang.reader.protocol.Structure.Code;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Words that say for whom a document is, or that it is a draft: in headers and
/// footers, and in short lines, not in prose.
final class Markings {
    private static final String[] INTERNAL = {"内部资料", "内部文件", "工作秘密", "不得外传", "内部使用", "内部参考", "严禁外传", "请勿外传", "内部材料", "注意保密",
            "禁止外传"};
    private static final int LONGEST = 40;
    private static final int LONGEST_TITLE = 80;
    private static final int TOP = 14;

    private final Paper paper;
    private final Findings findings;

    Markings(Paper paper, Findings findings) {
        this.paper = paper;
        this.findings = findings;
    }

    void check(List<Paragraph> paragraphs, int titleEnd) {
        boolean internal = false;
        boolean draft = false;
        for (int i = 0; i < paragraphs.size(); i++) {
            Paragraph one = paragraphs.get(i);
            boolean title = i < titleEnd;
            if (!one.isProse() || one.length() > (title ? LONGEST_TITLE : LONGEST) || one.label() != null
                    || (one.level() > 0 && i >= titleEnd)) {
                continue;
            }
            String words = paper.text().substring(one.start(), one.end());
            boolean edge = i < Math.max(TOP, titleEnd) || i >= paragraphs.size() - 4;
            internal |= words.indexOf('。') < 0 && edge && one.length() <= LONGEST
                    && mark(Code.INTERNAL_MARKING, found(words, INTERNAL), one, words);
            draft |= i < Math.max(titleEnd, 10) && (title || Titles.isDraft(words))
                    && mark(Code.NOT_FINAL, Titles.draft(words), one, words);
        }
        for (String line : paper.furniture()) {
            String inside = found(line, INTERNAL);
            if (inside != null && !internal) {
                internal = true;
                findings.add(Code.INTERNAL_MARKING, Map.of("words", inside));
            }
            String unfinished = Titles.draft(line);
            if (unfinished != null && !draft) {
                draft = true;
                findings.add(Code.NOT_FINAL, Map.of("words", unfinished));
            }
        }
        if (!internal && paper.traits().contains(Trait.INTERNAL_MARKING)) {
            findings.add(Code.INTERNAL_MARKING, Map.of());
        }
    }

    private boolean mark(Code code, @Nullable String word, Paragraph one, String words) {
        if (word == null) {
            return false;
        }
        int start = one.start() + words.indexOf(word);
        findings.add(code, start, start + word.length(), Map.of("words", word));
        return true;
    }

    private static @Nullable String found(String line, String[] words) {
        for (String word : words) {
            if (line.contains(word)) {
                return word;
            }
        }
        return null;
    }
}
