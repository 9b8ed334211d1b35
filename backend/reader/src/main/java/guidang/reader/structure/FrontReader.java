package guidang.reader.structure;

import guidang.reader.protocol.Structure.Dated;
import guidang.reader.protocol.Structure.Phrase;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads title, role line, date, place and salutation, in any order after
/// the title.
final class FrontReader {
    private static final int MOST_LINES = 8;
    private static final int LONGEST_LINE = 40;
    private static final String[] POSTS = {"书记", "委员", "主任", "局长", "科长", "处长", "校长", "院长", "所长", "部长", "站长", "主席", "镇长", "乡长",
            "县长", "市长", "经理", "董事长", "组长",
            "负责人", "汇报人", "报告人", "发言人", "主持人", "姓名", "党员", "教师", "干部", "院士", "主管", "厂长", "行长", "队长", "会长", "秘书", "巡视员", "调研员",
            "员"};
    private static final String[] GREETED = {"同志", "领导", "组织", "督导组", "党委", "委员会", "组织部", "支部", "工委", "党组", "办公室", "纪委", "代表",
            "大家", "部", "局", "委", "组"};

    private static final String SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文欧";

    private final String text;
    private final List<Paragraph> paragraphs;
    private @Nullable Phrase title;
    private @Nullable Phrase roleLine;
    private @Nullable Phrase organization;
    private @Nullable Dated date;
    private @Nullable Phrase place;
    private @Nullable Phrase salutation;

    FrontReader(String text, List<Paragraph> paragraphs) {
        this.text = text;
        this.paragraphs = paragraphs;
    }

    Front read() {
        Titles.Found found = new Titles(text, paragraphs).find();
        int at = found.next();
        title = found.title();
        organization = found.organization();
        date = found.date();
        int body = -1;
        for (int lines = 0; at < paragraphs.size() && lines < MOST_LINES; lines++) {
            Paragraph one = paragraphs.get(at);
            if (one.sort() == Paragraph.Sort.CONTENTS) {
                at++;
            } else if (one.isProse() && (one.label() == null) && takes(one)) {
                at++;
            } else {
                body = one.isProse() ? runsIn(one) : -1;
                break;
            }
        }
        while (at < paragraphs.size() && paragraphs.get(at).sort() == Paragraph.Sort.CONTENTS) {
            at++;
        }
        int start = at < paragraphs.size() ? paragraphs.get(at).start() : text.length();
        return new Front(title, roleLine, organization, date, place, salutation, at, body > 0 ? body : start);
    }

    private boolean takes(Paragraph one) {
        return dateLine(one) || placeLine(one) || greeting(one) || markLine(one) || nameLine(one);
    }

    /// `（2026年8月27日，会议室）`, `2026年8月27日`, `时间：2026年8月27日`
    private boolean dateLine(Paragraph one) {
        if (one.length() > LONGEST_LINE + 20) {
            return false;
        }
        char first = text.charAt(one.start());
        boolean bracketed = first == '（' || first == '(' || first == '〔';
        boolean named = startsWithAny(one, "时间", "会议时间", "日期", "召开时间", "报告时间", "汇报时间");
        Dated found = Dates.in(text, one.start(), one.end());
        if (found == null || !(bracketed || named || Dates.line(text, one.start(), one.end()) != null || isPlaced(one, found))) {
            return false;
        }
        date = date == null ? found : date;
        if (bracketed || !named) {
            place(found.end(), one.end());
        }
        return true;
    }

    /// A day and a place without brackets.
    private boolean isPlaced(Paragraph one, Dated found) {
        return one.length() <= LONGEST_LINE && found.start() == one.start() && found.end() < one.end()
                && !Glyphs.isStop(text.charAt(one.end() - 1))
                && (Glyphs.isBlank(text.charAt(found.end())) || Glyphs.isComma(text.charAt(found.end())))
                && Organizations.line(text, Glyphs.skip(text, found.end(), one.end()), one.end()) == null;
    }

    private void place(int from, int to) {
        int start = from;
        while (start < to && (Glyphs.isBlank(text.charAt(start)) || Glyphs.isPause(text.charAt(start)))) {
            start++;
        }
        int end = Glyphs.trim(text, start, to);
        while (end > start && Glyphs.isClosing(text.charAt(end - 1))) {
            end--;
        }
        if (end > start && place == null && Dates.in(text, start, end) == null && !isTimeOfDay(start, end)) {
            place = new Phrase(Glyphs.words(text, start, end), start, end);
        }
    }

    private boolean isTimeOfDay(int start, int end) {
        for (int i = start; i < end; i++) {
            if (text.charAt(i) == '时' || text.charAt(i) == '午' || Glyphs.isColon(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private boolean placeLine(Paragraph one) {
        if (one.length() > LONGEST_LINE || !startsWithAny(one, "地点", "会议地点", "召开地点")) {
            return false;
        }
        for (int i = one.start(); i < one.end(); i++) {
            if (Glyphs.isColon(text.charAt(i))) {
                place(i + 1, one.end());
                return true;
            }
        }
        return false;
    }

    /// A line that ends with a colon and names who is spoken to.
    private boolean greeting(Paragraph one) {
        if (salutation != null || !Glyphs.isColon(text.charAt(one.end() - 1)) || !isGreeting(one.start(), one.end() - 1)) {
            return false;
        }
        salutation = new Phrase(Glyphs.words(text, one.start(), one.end()), one.start(), one.end());
        return true;
    }

    /// Where the text after a run-in salutation begins, or -1.
    private int runsIn(Paragraph one) {
        if (salutation != null || one.label() != null) {
            return -1;
        }
        for (int i = one.start(); i < Math.min(one.end(), one.start() + 20); i++) {
            char c = text.charAt(i);
            if (Glyphs.isColon(c) || c == '！') {
                if (!isGreeting(one.start(), i) || i + 1 >= one.end()) {
                    return -1;
                }
                salutation = new Phrase(Glyphs.words(text, one.start(), i + 1), one.start(), i + 1);
                return Glyphs.skip(text, i + 1, one.end());
            } else if (Glyphs.isStop(c) || Glyphs.isComma(c)) {
                return -1;
            }
        }
        return -1;
    }

    private boolean isGreeting(int from, int to) {
        String words = Glyphs.words(text, from, Math.min(to, from + LONGEST_LINE + 1));
        if (words.length() < 2 || words.length() > LONGEST_LINE || words.indexOf('。') >= 0 || words.contains("如下")
                || words.contains("情况")
                || words.startsWith("附件") || words.startsWith("时间") || words.startsWith("地点") || words.startsWith("主持")) {
            return false;
        }
        for (String end : GREETED) {
            if (words.endsWith(end) || words.endsWith(end + "们")) {
                return true;
            }
        }
        return words.startsWith("各位") || words.startsWith("尊敬的");
    }

    /// （征求意见稿）, 内部资料, a rule: they are judged by the checks.
    private boolean markLine(Paragraph one) {
        if (Furniture.isRule(text, one.start(), one.end())) {
            return true;
        }
        boolean bracketed = Glyphs.isOpening(text.charAt(one.start())) && Glyphs.isClosing(text.charAt(one.end() - 1));
        return one.length() <= 24 && (Titles.isDraft(text.substring(one.start(), one.end()))
                || (bracketed && Dates.in(text, one.start(), one.end()) == null && roleLine(one) == null));
    }

    private boolean nameLine(Paragraph one) {
        if (one.length() > LONGEST_LINE || endsLikeProse(one) || Roles.isHeading(Glyphs.words(text, one.start(), one.end()))) {
            return false;
        }
        Phrase role = roleLine(one);
        Phrase name = role == null ? Organizations.line(text, one.start(), one.end()) : null;
        if (name != null) {
            organization = organization == null ? name : organization;
            return true;
        } else if (role != null && roleLine == null) {
            roleLine = role;
            return true;
        }
        return false;
    }

    private @Nullable Phrase roleLine(Paragraph one) {
        String words = Glyphs.words(text, one.start(), one.end());
        int space = words.indexOf(' ') < 0 ? words.indexOf('　') : words.indexOf(' ');
        for (String post : POSTS) {
            int at = words.lastIndexOf(post);
            boolean last = at >= 0 && words.length() - at - post.length() <= 6;
            boolean member = post.equals("委员") && at >= 0 && words.startsWith("委员会", at);
            boolean any = post.equals("员") && (space < 0 || at > space);
            if (last && !member && !any) {
                return new Phrase(words, one.start(), one.end());
            }
        }
        String name = words.replace(" ", "").replace("　", "");
        boolean bareName = name.length() <= 4 && name.length() >= 2 && isHan(name)
                && (one.centered() || SURNAMES.indexOf(name.charAt(0)) >= 0);
        return bareName ? new Phrase(words, one.start(), one.end()) : null;
    }

    private static boolean isHan(String words) {
        return words.chars().allMatch(c -> Glyphs.isHan((char) c) || c == '×' || c == 'X' || c == '某');
    }

    private boolean endsLikeProse(Paragraph one) {
        char last = text.charAt(one.end() - 1);
        return Glyphs.isStop(last) || Glyphs.isSemicolon(last) || Glyphs.isComma(last) || Glyphs.isColon(last);
    }

    private boolean startsWithAny(Paragraph one, String... words) {
        for (String word : words) {
            if (text.startsWith(word, one.start())) {
                return true;
            }
        }
        return false;
    }
}
