package guidang.reader.marking;

import java.util.List;

/// Reads a piece of a line that may be a marking and nothing else, as GB/T
/// 9704-2012 7.2 writes them: `000001机密★1年特急`.
final class Segment {
    private static final List<String> LEVELS = List.of("绝密", "机密", "秘密", "絕密", "機密", "祕密");
    private static final List<String> LABELS = List.of("密级和保密期限", "密级及保密期限", "文件密级", "保密等级", "保密级别", "秘密等级", "涉密等级", "密级", "密級");
    private static final List<String> URGENT = List.of("特急", "加急", "急件", "平急", "特提", "急");
    private static final List<String> KINDS = List.of("文件", "材料", "资料", "级", "件");
    private static final List<String> FOREVER = List.of("长期", "永久", "启用后公开");
    private static final List<String> UNITS = List.of("年", "个月", "月", "天", "日");
    private static final List<String> INTERNAL = List.of("内部资料", "内部文件", "内部材料", "内部使用", "内部参考", "内部参阅", "内部传阅", "工作秘密", "不得外传",
            "严禁外传", "请勿外传", "禁止外传", "切勿外传", "不准外传", "內部資料", "內部文件");
    private static final List<String> BESIDE = List.of("注意保存", "注意保管", "妥善保管", "请妥善保管", "注意保密", "阅后退回", "阅后收回", "仅供", "党内", "供",
            "请",
            "严禁翻印", "不得翻印", "不得复制", "严禁复制", "不得公开", "会后收回", "用后收回", "及");
    private static final String STARS = "★☆*✩✭✮⭐";
    private static final String SURE_STARS = "★☆";
    private static final String NUMERALS = "0123456789〇零一二三四五六七八九十两半";
    private static final String QUOTES = "“\"‘'『";
    private static final int LONGEST = 16;
    private static final String MINOR = "()[]【】〔〕〈〉{}「」-_·.:,;!、，。；！ ";

    private final String text;
    private int at;
    private boolean starred;
    private boolean termed;

    private Segment(String text) {
        this.text = text;
    }

    /// @param compact
    ///            without white space, full-width forms made plain (see [Glyph])
    static Marking whole(String compact) {
        if (new Segment(compact).classified(true)) {
            return Marking.CLASSIFIED;
        }
        return internal(compact) ? Marking.INTERNAL : Marking.NONE;
    }

    /// Whether it is a classified marking with its star or term: the word alone may
    /// be prose.
    static boolean starred(String compact) {
        Segment segment = new Segment(compact);
        return segment.classified(true) && (segment.starred || segment.termed);
    }

    /// Whether it begins with one that can't be anything else.
    static boolean begins(String compact) {
        Segment segment = new Segment(compact);
        boolean level = segment.classified(false);
        return level && ((segment.termed && segment.starred) || segment.sureStar());
    }

    /// Whether one that can't be anything else stands in it, however it goes on.
    static boolean holds(String compact) {
        for (int at = 1; at + 2 < compact.length(); at++) {
            String rest = compact.substring(at, Math.min(compact.length(), at + LONGEST));
            if (rest.charAt(1) == '密' && LEVELS.stream().anyMatch(rest::startsWith) && !other(compact, at) && begins(rest)) {
                return true;
            }
        }
        return false;
    }

    /// 工作秘密 and 商业秘密 are secrets of other kinds.
    private static boolean other(String compact, int at) {
        return compact.startsWith("工作", at - 2) || compact.startsWith("商业", at - 2);
    }

    /// Whether it ends with a level, a star and a term or a star that is sure.
    static boolean ends(String compact) {
        int from = Math.max(0, compact.length() - LONGEST);
        for (int at = compact.length() - 3; at >= from; at--) {
            String rest = compact.substring(at);
            if (LEVELS.stream().anyMatch(rest::startsWith)) {
                return begins(rest) && starred(rest) && !other(compact, at)
                        && (at == 0 || QUOTES.indexOf(compact.charAt(at - 1)) < 0);
            }
        }
        return false;
    }

    /// Whether it begins with `密级：` and a level, and goes on with no other one.
    static boolean labelled(String compact) {
        Segment segment = new Segment(compact);
        segment.skip(MINOR + STARS);
        if (!segment.take(LABELS)) {
            return false;
        }
        segment.skip(MINOR + STARS);
        return segment.level() && !segment.choice();
    }

    private boolean classified(boolean toTheEnd) {
        skip(MINOR);
        copyNumber();
        urgency();
        if (take(LABELS)) {
            skip(MINOR);
        }
        skip(STARS);
        if (!level()) {
            return false;
        }
        take(KINDS);
        skip("(（");
        starred = at < text.length() && STARS.indexOf(text.charAt(at)) >= 0;
        skip(STARS + MINOR);
        termed = term();
        skip(MINOR);
        urgency();
        copyNumber();
        skip(MINOR);
        return !toTheEnd || at == text.length();
    }

    private boolean sureStar() {
        for (String level : LEVELS) {
            int place = text.indexOf(level);
            if (place >= 0 && place + 2 < text.length() && SURE_STARS.indexOf(text.charAt(place + 2)) >= 0 && place <= at) {
                return true;
            }
        }
        return false;
    }

    private boolean level() {
        return take(LEVELS);
    }

    /// 绝密□机密□, 秘密、机密、绝密, 秘密/机密: a form's choice, or talk of levels.
    private boolean choice() {
        return at < text.length() && "□○、/或和与及".indexOf(text.charAt(at)) >= 0;
    }

    private void urgency() {
        if (take(URGENT)) {
            skip(MINOR);
        }
    }

    /// Six digits, perhaps after 份号 or No.
    private void copyNumber() {
        int before = at;
        take(List.of("份号", "份數", "No.", "NO.", "No", "NO", "№"));
        skip(MINOR);
        int digits = at;
        while (digits < text.length() && digits - at < 7 && Character.isDigit(text.charAt(digits))) {
            digits++;
        }
        at = digits - at == 6 ? digits : before;
        skip(at > before ? MINOR : "");
    }

    private boolean term() {
        if (take(FOREVER)) {
            return true;
        }
        int end = at;
        while (end < text.length() && end - at < 5 && NUMERALS.indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        int before = at;
        boolean counted = end > at;
        at = end;
        if (counted && take(UNITS)) {
            return true;
        }
        at = before;
        return false;
    }

    private static boolean internal(String compact) {
        Segment segment = new Segment(compact);
        boolean found = false;
        segment.skip(MINOR + STARS);
        while (segment.at < compact.length()) {
            if (segment.take(INTERNAL)) {
                found = true;
            } else if (!segment.take(BESIDE) && !segment.term()) {
                return false;
            }
            segment.skip(MINOR + STARS);
        }
        return found;
    }

    private boolean take(List<String> words) {
        for (String word : words) {
            if (text.startsWith(word, at)) {
                at += word.length();
                return true;
            }
        }
        return false;
    }

    private void skip(String characters) {
        while (at < text.length() && characters.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }
}
