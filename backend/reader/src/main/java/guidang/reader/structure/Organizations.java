package guidang.reader.structure;

import guidang.reader.protocol.Structure.Phrase;
import org.jspecify.annotations.Nullable;

/// Names of party organisations.
final class Organizations {
    private static final int LONGEST = 40;
    private static final String[] ENDS = {"支部委员会", "总支部委员会", "总支委员会", "委员会", "党总支部", "党总支", "党支部", "机关党委", "党委", "党组", "支部",
            "支委会", "工委", "总支", "党工委", "领导小组",
            "工作组"};
    private static final String[] UNITS = {"局", "委", "部", "科", "处", "室", "办公室", "中心", "组", "院", "公司", "学校", "中学", "小学", "大学",
            "学院", "大队", "支队", "队", "所", "站", "厅", "协会", "学会", "社区",
            "街道", "办事处", "集团", "厂", "分公司", "办", "党小组", "法院", "检察院", "医院", "银行", "分行", "支行", "政府", "领导班子"};
    /// Words that no name holds: where one stands, the name begins after it.
    private static final String[] BREAKS = {"关于", "本", "我", "根据", "按照", "支部委员", "各", "全体", "所在", "该", "其", "两", "每", "这", "一些",
            "有的", "个别", "部分", "多数"};

    private Organizations() {
    }

    /// A line that is the name of an organisation and nothing else.
    static @Nullable Phrase line(String text, int first, int to) {
        int from = first;
        while (from < to && (text.charAt(from) == '—' || text.charAt(from) == '-' || Glyphs.isBlank(text.charAt(from)))) {
            from++;
        }
        if (to - from > LONGEST || to - from < 4 || !isName(text, from, to)) {
            return null;
        }
        String words = Glyphs.words(text, from, to);
        String core = stripSeal(words);
        if (core.endsWith("班子")) {
            core = core.substring(0, core.length() - (core.endsWith("领导班子") ? 4 : 2));
        }
        for (String end : ENDS) {
            if (core.endsWith(end) && core.length() > end.length() && core.length() >= 4) {
                return new Phrase(core, from, from + text.substring(from, to).lastIndexOf(end) + end.length());
            }
        }
        return null;
    }

    /// The unit that signs, whatever it is.
    static @Nullable Phrase signature(String text, int from, int to) {
        Phrase party = line(text, from, to);
        if (party != null || to - from > LONGEST || to - from < 4 || !isName(text, from, to)) {
            return party;
        }
        String words = stripSeal(Glyphs.words(text, from, to));
        for (String end : UNITS) {
            if (words.endsWith(end)) {
                return new Phrase(words, from, from + text.substring(from, to).lastIndexOf(end) + end.length());
            }
        }
        return null;
    }

    /// The name that a title begins with.
    static @Nullable Phrase prefix(String text, int from, int to) {
        int begin = from;
        for (String word : new String[]{"关于"}) {
            begin = text.startsWith(word, begin) ? begin + word.length() : begin;
        }
        begin = afterYear(text, begin, to);
        int limit = Math.min(to, begin + 60);
        int best = -1;
        for (String end : ENDS) {
            int at = lastBefore(text, end, begin, limit);
            if (at >= 0 && at + end.length() > best && at > begin) {
                best = at + end.length();
            }
        }
        if (best < 0) {
            return null;
        }
        String words = Glyphs.words(text, begin, best);
        boolean common = words.length() < 4 || !isName(text, begin, best) || startsCommon(words);
        return common ? null : new Phrase(words, begin, best);
    }

    /// The first name in running text that begins a sentence or a clause:
    /// 中共××支部, ××党支部.
    static @Nullable Phrase within(String text, int from, int to) {
        int clause = from;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            boolean pause = Glyphs.isPause(c) || c == '\n' || Glyphs.isOpening(c) || Glyphs.isClosing(c) || c == '《';
            if (pause || i + 1 == to) {
                int end = i + 1 == to && !pause ? to : i;
                Phrase found = end - clause < 80 ? prefix(text, Glyphs.skip(text, clause, end), end) : null;
                if (found != null && isSpeaker(text, found, to)) {
                    return found;
                }
                clause = i + 1;
            }
        }
        return null;
    }

    /// Whether a name is that of who reports, not of whoever is spoken of.
    private static boolean isSpeaker(String text, Phrase name, int to) {
        int at = name.end();
        boolean acts = at >= to || text.startsWith("班子", at) || text.startsWith("领导班子", at) || text.startsWith("于", at)
                || text.startsWith("召开", at) || text.startsWith("支委", at) || Dates.yearDigit(text.charAt(at)) > 0;
        String words = name.text();
        boolean plain = words.indexOf('了') < 0 && words.indexOf('的') < 0 && words.indexOf('是') < 0 && words.indexOf('对') < 0
                && words.length() > 4;
        return plain && (words.startsWith("中共") || (acts && words.endsWith("支部")));
    }

    private static int afterYear(String text, int from, int to) {
        int at = from;
        while (at < to && at - from < 4 && Dates.yearDigit(text.charAt(at)) >= 0) {
            at++;
        }
        if (at - from != 4 || at >= to || text.charAt(at) != '年') {
            return from;
        }
        return at + 1 < to && text.charAt(at + 1) == '度' ? at + 2 : at + 1;
    }

    private static int lastBefore(String text, String end, int from, int limit) {
        int at = text.indexOf(end, from, limit);
        if (at < 0) {
            return -1;
        }
        // A name may hold another: 市委办公室机关党委第一党支部
        int next = text.indexOf(end, at + end.length(), limit);
        return next >= 0 && next - at < 20 ? next : at;
    }

    private static boolean startsCommon(String words) {
        for (String word : BREAKS) {
            if (words.startsWith(word)) {
                return true;
            }
        }
        if (words.contains("生活会") || words.contains("专题") || words.contains("年度") || words.contains("会议")) {
            return true;
        }
        return words.startsWith("党支部") || words.startsWith("支部") || words.startsWith("党委") || words.startsWith("在")
                || words.startsWith("对")
                || words.startsWith("经") || words.startsWith("由") || words.startsWith("以") || words.startsWith("向")
                || words.startsWith("召开")
                || (words.contains("工作") && !words.contains("工作委员会") && !words.contains("工作站") && !words.contains("工作室")
                        && !words.contains("工作局") && !words.contains("工作部") && !words.contains("工作处") && !words.contains("工作科")
                        && !words.contains("工作队"))
                || words.contains("要求") || words.contains("精神") || (words.contains("学习") && !words.contains("学习中心"))
                || words.contains("坚持");
    }

    private static boolean isName(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (Glyphs.isPause(c) && c != '、' && c != '—') {
                return false;
            }
        }
        return true;
    }

    private static String stripSeal(String words) {
        for (String seal : new String[]{"（盖章）", "(盖章)", "（印章）", "（公章）", "（章）"}) {
            if (words.endsWith(seal)) {
                return words.substring(0, words.length() - seal.length()).strip();
            }
        }
        return words;
    }
}
