package guidang.reader.structure;

import guidang.reader.protocol.Structure.Role;
import java.util.ArrayList;
import java.util.List;

/// What a section is about, told by its heading. Chinese puts the head of a
/// phrase last, so the last telling word of the first telling part counts:
/// 产生问题的原因 are causes, 问题及原因 are problems first.
final class Roles {
    private static final int LONGEST = 60;
    private static final String[] LAST_YEAR = {"上年度", "上一年度", "上年", "去年", "上一年", "上次", "往年", "上一次", "上轮", "前次", "年度民主生活会查摆",
            "年度组织生活会查摆"};
    private static final String[] REPAIRED = {"整改落实情况", "整改完成情况", "整改情况", "整改进展", "整改任务完成", "整改工作情况", "整改成效", "整改结果", "落实整改情况",
            "整改任务落实"};
    private static final String[] CASES = {"典型案例", "案例剖析", "案例分析", "反面案例", "以案", "案例", "典型事例", "典型问题案"};
    private static final String[] CAUSES = {"原因", "根源", "剖析", "成因", "症结", "根子", "病根", "病因", "根由", "缘由", "缘故", "溯源", "反思", "为什么",
            "为何",
            "何以", "为啥", "怎么会", "怎么来", "怎么造成", "从何而来", "从哪来", "从哪里来"};
    private static final String[] MEASURES = {"措施", "努力方向", "打算", "整改方向", "改进方向", "下一步", "下步", "整改思路", "整改计划", "今后方向",
            "举措", "整改任务",
            "整改意见", "整改内容", "工作安排", "努力的方向", "整改要求", "整改建议", "对策", "工作思路", "工作方向", "整改落实", "解决办法", "改进思路", "整改承诺",
            "努力目标", "下一阶段", "改进办法", "整改事项", "整改工作", "立行立改", "怎么", "怎样", "如何", "整改安排", "改进计划", "改进安排", "整改路径",
            "改进路径", "提升路径", "行动方向"};
    private static final String[] PROBLEMS = {"问题", "不足", "差距", "短板", "薄弱环节", "薄弱", "突出表现", "具体表现", "主要表现", "弱项", "缺点", "毛病",
            "差在", "欠账", "软肋", "堵点", "痛点", "病灶", "短处", "弱处", "漏洞", "偏差", "不到位"};
    private static final String[] EXAMINATION = {"对照检查情况", "对照检视情况", "检视剖析情况", "检视情况", "查摆情况", "对照检查", "对照检视", "查摆", "自查情况"};
    private static final String[] BASICS = {"基本情况", "会前准备", "开展情况", "总体情况", "准备情况", "召开情况", "学习情况", "征求意见", "意见征求", "意见征集",
            "谈心谈话", "会议情况",
            "工作情况", "组织情况", "概况", "准备工作",
            "筹备"};

    /// What a heading may end with besides the words of its role.
    private static final String[] CLOSES = {"问题", "不足", "差距", "短板", "情况", "下一步", "分析", "表现", "清单", "成效", "效果"};

    private static final String[] QUESTIONS = {"怎么", "怎样", "如何", "为什么", "为何", "为啥", "差在", "哪里", "哪些", "何处", "什么"};

    private static final String[] BARE = {"存在", "主要", "突出", "问题", "不足", "差距", "具体", "表现", "产生", "原因", "分析", "剖析", "根源", "思想",
            "深刻", "深层次", "整改", "改进", "措施", "努力",
            "方向", "下一步", "下步", "今后", "打算", "查摆", "检视", "对策", "工作", "典型", "案例", "基本", "情况", "的", "和", "与", "及", "以"};

    private Roles() {
    }

    static Role of(String heading) {
        String words = (heading.length() > LONGEST ? heading.substring(0, LONGEST) : heading).replace("问题导向", "").replace("保障措施",
                "");
        if (containsAny(words, LAST_YEAR) && (words.contains("整改") || words.contains("问题") || words.contains("落实"))) {
            return Role.LAST_RECTIFICATION;
        }
        if (isRepaired(words)) {
            return Role.LAST_RECTIFICATION;
        }
        List<String> parts = parts(words);
        for (int i = 0; i < parts.size(); i++) {
            Role role = head(parts.get(i));
            if (role == Role.PROBLEMS && i + 1 < parts.size() && isCauseOfProblems(parts.get(i + 1))) {
                return head(parts.get(i + 1)); // 问题和不足产生的原因
            } else if (role != Role.UNCLASSIFIED) {
                return role;
            }
        }
        String core = Glyphs.core(words);
        return core.endsWith("整改") || core.endsWith("改进") ? Role.MEASURES : Role.UNCLASSIFIED;
    }

    /// 2024年度民主生活会整改措施落实情况
    private static boolean isRepaired(String words) {
        int at = words.indexOf("整改");
        String core = Glyphs.core(words);
        return at >= 0 && (core.endsWith("落实情况") || core.endsWith("完成情况") || core.endsWith("推进情况") || core.endsWith("销号情况"));
    }

    /// Whether a heading names a role beside others: 问题及原因.
    static boolean names(String heading, Role role) {
        for (String part : parts(heading)) {
            if (head(part) == role) {
                return true;
            }
        }
        return false;
    }

    /// Whether a whole line is nothing but such a heading.
    static boolean isHeading(String words) {
        return words.length() <= 24 && !holdsColon(words) && words.indexOf('，') < 0 && words.indexOf('。') < 0
                && words.indexOf('；') < 0
                && of(words) != Role.UNCLASSIFIED
                && endsWithHead(words);
    }

    /// 整改时限：立行立改 is told of something and heads nothing.
    private static boolean holdsColon(String words) {
        for (int i = 0; i < words.length() - 1; i++) {
            if (Glyphs.isColon(words.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /// Whether the words are nothing but the name of a role: 存在的主要问题,
    /// 原因分析, 下一步整改措施.
    static boolean isBare(String words) {
        String core = Glyphs.core(words);
        int at = 0;
        boolean moved = !core.isEmpty() && core.length() <= 20;
        while (moved && at < core.length()) {
            moved = false;
            for (String word : BARE) {
                if (core.startsWith(word, at)) {
                    at += word.length();
                    moved = true;
                    break;
                }
            }
        }
        return moved && of(words) != Role.UNCLASSIFIED;
    }

    private static boolean endsWithHead(String heading) {
        String words = Glyphs.core(heading);
        for (String word : CLOSES) {
            if (words.endsWith(word)) {
                return true;
            }
        }
        for (String word : QUESTIONS) { // 今后怎么改
            int at = words.lastIndexOf(word);
            if (at >= 0 && words.length() - at - word.length() <= 4) {
                return true;
            }
        }
        for (String[] group : new String[][]{CAUSES, MEASURES, CASES, BASICS, EXAMINATION, REPAIRED}) {
            for (String word : group) {
                if (words.endsWith(word)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isCauseOfProblems(String part) {
        return head(part) != Role.PROBLEMS && head(part) != Role.UNCLASSIFIED && containsAny(part, PROBLEMS)
                && (part.contains("的") || part.contains("产生"));
    }

    private static List<String> parts(String words) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            boolean joins = c == '和' || c == '及' || c == '与' || c == '、' || c == '，' || c == ',' || c == '暨' || c == '；'
                    || c == '并';
            if (joins && i > from) {
                parts.add(words.substring(from, i));
            }
            from = joins ? i + 1 : from;
        }
        parts.add(words.substring(from));
        return parts;
    }

    /// The role of the last telling word; of two that end at one place the
    /// longer counts.
    private static Role head(String part) {
        Role best = Role.UNCLASSIFIED;
        int last = -1;
        int length = 0;
        Object[][] groups = {{Role.LAST_RECTIFICATION, REPAIRED}, {Role.CASES, CASES}, {Role.CAUSES, CAUSES},
                {Role.MEASURES, MEASURES},
                {Role.PROBLEMS, EXAMINATION}, {Role.PROBLEMS, PROBLEMS}, {Role.BASICS, BASICS}};
        for (Object[] group : groups) {
            for (String word : (String[]) group[1]) {
                int at = part.lastIndexOf(word);
                int end = at + word.length();
                if (at >= 0 && (end > last || (end == last && word.length() > length))) {
                    last = end;
                    length = word.length();
                    best = (Role) group[0];
                }
            }
        }
        boolean cases = best == Role.CAUSES && part.contains("案例");
        return cases ? Role.CASES : best;
    }

    static boolean containsAny(String words, String[] any) {
        for (String word : any) {
            if (words.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
