package guidang.reader.structure;

import java.util.ArrayList;
import java.util.List;

/// Takes a number for what it stands for where it was written in the wrong
/// style: `（一）` `二.` `（三）`, where no section 二 can follow.
final class Mistakes {
    private Mistakes() {
    }

    static List<Paragraph> mend(List<Paragraph> paragraphs) {
        List<Paragraph> out = new ArrayList<>(paragraphs.size());
        int section = 0;
        int item = 0;
        for (Paragraph one : paragraphs) {
            Label label = one.label();
            boolean han = label != null && label.style() == Style.HAN;
            boolean isItem = label != null && han && label.value() > 1 && label.value() == item + 1
                    && label.value() != section + 1;
            if (label != null && isItem) {
                out.add(one.numbered(new Label(Style.HAN_BRACKETS, label.value(), label.start(), label.end(), label.content(),
                        true, label.odd())));
                item = label.value();
                continue;
            }
            out.add(one);
            if (label != null && han) {
                section = label.value();
                item = 0;
            } else if (label != null && label.style() == Style.HAN_BRACKETS) {
                item = label.value();
            }
        }
        return out;
    }
}
