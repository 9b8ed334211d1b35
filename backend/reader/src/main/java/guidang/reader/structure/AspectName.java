package guidang.reader.structure;

import org.jspecify.annotations.Nullable;

/// The aspect that a heading names: 在××方面, 关于××方面，主要是…
///
/// @param words
///            without 在, 关于 and 方面
/// @param end
///            one past 方面 and what only announces problems
/// @param whole
///            whether the heading names the aspect and says nothing else
record AspectName(String words, int start, int end, boolean whole) {
    private static final int LONGEST = 60;
    private static final String[] WRAPPERS = {"关于", "对照", "围绕", "针对", "聚焦", "在", "从", "就", "对"};
    /// What may follow 方面 without saying anything.
    private static final String[] EMPTY = {"存在的", "存在", "主要", "突出", "以下", "下列", "的", "问题", "不足", "差距", "短板", "具体", "表现", "情况",
            "和", "及", "与", "还有",
            "还", "仍", "有", "如下", "几个", "一些", "为", "是", "整改", "措施", "薄弱环节", "：", ":", "，", ",", "、", "。"};

    /// Looks at the heading in the range; null where it names none by 方面.
    static @Nullable AspectName of(String text, int from, int to) {
        int limit = Math.min(to, from + LONGEST);
        int begin = unwrapped(text, from, limit);
        for (int at = text.indexOf("方面", begin, limit); at >= 0; at = text.indexOf("方面", at + 2, limit)) {
            int after = Glyphs.skip(text, at + 2, to);
            boolean ends = after >= to || isSign(text.charAt(after)) || Glyphs.isStop(text, after) || says(text, after, to);
            int last = skipEmpty(text, at + 2, to);
            boolean whole = last >= to;
            if (at > begin && (ends || whole || begin > from)) {
                int end = whole ? to : at + 2;
                return new AspectName(Glyphs.words(text, begin, at), begin, end, whole);
            }
        }
        return begin > from ? upon(text, begin, limit) : null;
    }

    /// 在服务群众上存在差距: 上 closes what 在 opens.
    private static @Nullable AspectName upon(String text, int begin, int limit) {
        for (int at = text.indexOf('上', Math.min(limit, begin + 2), limit); at >= 0; at = text.indexOf('上', at + 1, limit)) {
            for (String word : new String[]{"存在", "有差距", "有不足", "还有", "还存在", "仍有", "的差距", "的不足", "的问题"}) {
                if (at + 1 + word.length() <= limit && text.startsWith(word, at + 1)) {
                    return new AspectName(Glyphs.words(text, begin, at), begin, at + 1, skipEmpty(text, at + 1, limit) >= limit);
                }
            }
        }
        return null;
    }

    /// 理想信念方面主要是学得不够深
    private static boolean says(String text, int at, int to) {
        for (String word : new String[]{"主要", "存在", "表现", "突出", "具体", "还", "仍"}) {
            if (at + word.length() < to && text.startsWith(word, at)) {
                return true;
            }
        }
        return false;
    }

    /// The words of a range without what wraps an aspect.
    static String strip(String text, int from, int to) {
        int begin = unwrapped(text, from, to);
        int end = Glyphs.trim(text, begin, to);
        while (end > begin && (isSign(text.charAt(end - 1)) || Glyphs.isStop(text.charAt(end - 1)))) {
            end = Glyphs.trim(text, begin, end - 1);
        }
        if (end - 2 > begin && text.startsWith("方面", end - 2)) {
            end -= 2;
        }
        return Glyphs.words(text, begin, end);
    }

    static int unwrapped(String text, int from, int to) {
        int at = Glyphs.skip(text, from, to);
        for (int round = 0; round < 2; round++) {
            for (String wrapper : WRAPPERS) {
                if (at + wrapper.length() < to && text.startsWith(wrapper, at) && !isWord(text, at, to)) {
                    at = Glyphs.skip(text, at + wrapper.length(), to);
                    break;
                }
            }
        }
        return at;
    }

    /// 从严, 从政, 对党忠诚, 就业, 在编 and the like begin an aspect.
    private static boolean isWord(String text, int at, int to) {
        String two = text.startsWith("从政治", at) ? "" : text.substring(at, Math.min(to, at + 2));
        return switch (two) {
            case "从严", "从政", "从业", "从事", "对党", "对外", "对标", "对口", "就业", "在职", "在编", "在岗", "在校" -> true;
            default -> false;
        };
    }

    private static int skipEmpty(String text, int from, int to) {
        int at = from;
        boolean moved = true;
        while (moved && at < to) {
            at = Glyphs.skip(text, at, to);
            moved = false;
            for (String word : EMPTY) {
                if (at < to && text.startsWith(word, at)) {
                    at += word.length();
                    moved = true;
                    break;
                }
            }
        }
        return Math.min(Glyphs.skip(text, at, to), to);
    }

    private static boolean isSign(char c) {
        return Glyphs.isPause(c) || c == '（' || c == '(';
    }
}
