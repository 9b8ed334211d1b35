package guidang.reader.structure;

import guidang.reader.protocol.Structure.Dated;
import guidang.reader.protocol.Structure.Role;
import guidang.reader.protocol.Structure.Section;
import guidang.reader.protocol.Structure.Statement;
import guidang.reader.structure.DueTime.When;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds until when something is to be done: 2026年12月底前, 6月30日前, 年底前, 三季度末.
/// Words without a year count from the document's own date.
final class DueDates {
    private static final String[] SUFFIXES = {"之前", "以前", "前", "内", "止", "完成", "为止"};
    private static final String[] LEADS = {"时限", "期限", "时间", "截至", "截止", "不晚于", "不迟于", "到"};
    private static final String[] OTHERS = {"每年", "去年", "上年", "前年", "往年", "历年", "每", "逐"};
    private static final int LEAD = 8;

    private final String text;
    private final DueTime time;

    DueDates(String text, @Nullable LocalDate written) {
        this.text = text;
        this.time = new DueTime(text, written);
    }

    /// All of a document, each once.
    ///
    /// @param cells
    ///            those of registers
    List<Dated> of(List<Dated> cells, List<Section> sections, List<Statement> measures) {
        List<Dated> all = new ArrayList<>(cells);
        for (Section section : sections) {
            if (section.role() == Role.MEASURES) {
                all.addAll(in(section.bodyStart(), section.end()));
            }
        }
        for (Statement measure : measures) {
            all.addAll(in(measure.start(), measure.end()));
            Dated own = measure.due(); // may stand below it, in a line of its own
            if (own != null) {
                all.add(own);
            }
        }
        all.sort(Comparator.comparingInt(Dated::start));
        List<Dated> once = new ArrayList<>();
        for (Dated date : all) {
            if ((once.isEmpty() || once.getLast().end() <= date.start()) && once.size() < Limits.UNITS) {
                once.add(date);
            }
        }
        return once;
    }

    /// In the order of their places.
    List<Dated> in(int from, int to) {
        List<Dated> found = new ArrayList<>();
        int after = from;
        for (int i = from; i < to; i++) {
            if (!DueTime.mayBegin(text.charAt(i))) {
                continue;
            }
            When when = time.at(i, to);
            if (when == null) {
                continue;
            }
            int end = suffix(when.end(), to);
            if (!isOther(i) && (end > when.end() || when.limit() || isLed(i, after))) {
                found.add(new Dated(when.value(), Glyphs.words(text, i, end), i, end));
                after = end;
            }
            i = Math.max(i, end - 1);
        }
        return found;
    }

    /// What a cell of a register says.
    @Nullable
    Dated cell(int from, int to) {
        for (int i = from; i < to; i++) {
            When when = DueTime.mayBegin(text.charAt(i)) ? time.at(i, to) : null;
            if (when != null) {
                int end = suffix(when.end(), to);
                return new Dated(when.value(), Glyphs.words(text, i, end), i, end);
            }
        }
        return null;
    }

    private int suffix(int from, int to) {
        int at = Glyphs.skip(text, from, Math.min(to, from + 3));
        for (String word : SUFFIXES) {
            if (time.starts(word, at, to) && !time.starts("前后", at, to) && !time.starts("前往", at, to)) {
                return at + word.length();
            }
        }
        return from;
    }

    /// 每年12月底前, 去年6月底前: no date of what is to come.
    private boolean isOther(int at) {
        for (String word : OTHERS) {
            if (at >= word.length() && text.startsWith(word, at - word.length())) {
                return true;
            }
        }
        return false;
    }

    /// Whether words like 完成时限： stand right before.
    private boolean isLed(int at, int after) {
        int from = Math.max(after, at - LEAD);
        for (String lead : LEADS) {
            int found = text.indexOf(lead, from, at);
            if (found >= 0) {
                return true;
            }
        }
        return false;
    }
}
