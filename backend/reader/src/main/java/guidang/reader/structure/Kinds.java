package guidang.reader.structure;

import guidang.reader.protocol.Structure.Kind;
import guidang.reader.protocol.Structure.Role;
import guidang.reader.protocol.Structure.Section;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a document is, by its title, else by its build.
final class Kinds {
    private static final int FEW = 2;
    private static final String[] EXAMINATION = {"对照检查", "对照检视", "检视剖析", "检视检查", "剖析材料", "剖析检查", "党性分析", "自查自纠", "自我检查", "查摆材料",
            "对照材料", "检查材料", "检视材料", "查摆剖析",
            "党性剖析", "自我剖析"};
    private static final String[] IMPLEMENTATION = {"整改落实情况", "整改情况", "整改完成情况", "整改进展", "整改工作情况", "整改任务完成", "整改落实", "整改报告",
            "整改工作报告", "整改成效", "整改结果", "整改工作总结",
            "整改总结", "落实整改情况", "整改措施落实", "整改措施完成", "回头看"};
    private static final String[] RECTIFICATION = {"整改方案", "整改台账", "问题清单", "整改清单", "整改措施", "整改计划", "问题台账", "整改任务", "整改工作方案",
            "整改落实方案", "整改实施方案", "整改表", "销号台账", "整改工作台账",
            "任务清单"};
    private static final String[] MEETING = {"会议情况", "情况报告", "情况的报告", "召开情况", "情况汇报", "情况的汇报", "会议纪要", "会议记录", "情况总结", "会议总结",
            "情况通报", "开展情况", "会情况", "会总结", "会报告"};

    private static final String[] OTHERS = {"总结", "通知", "要点", "讲话", "制度", "办法", "通报", "简报", "决定", "请示", "公告", "计划", "述职报告", "名单",
            "表"};

    private Kinds() {
    }

    /// What a title says; null where it says nothing.
    static @Nullable Kind ofTitle(String words) {
        String title = words.replace(" ", "").replace("　", ""); // 会 议 记 录
        boolean examines = Roles.containsAny(title, EXAMINATION);
        boolean repairs = title.contains("整改");
        if (repairs && Roles.containsAny(title, new String[]{"方案", "台账", "清单", "计划"})
                && !title.contains("情况") && !title.contains("报告")) {
            return Kind.RECTIFICATION;
        } else if ((repairs && Roles.containsAny(title, IMPLEMENTATION))
                || (title.contains("落实情况") && repairs) || (repairs && title.contains("情况"))) {
            return Kind.IMPLEMENTATION;
        } else if (Roles.containsAny(title, RECTIFICATION)) {
            return Kind.RECTIFICATION;
        } else if (examines && !title.contains("会情况") && !title.contains("会议情况") && !title.contains("召开情况")
                && !title.contains("方案")) {
            return title.contains("个人") || title.contains("本人") ? Kind.PERSONAL : Kind.SELF_EXAMINATION;
        } else if (Roles.containsAny(title, MEETING)) {
            return Kind.MEETING;
        } else if (title.contains("方案") || title.contains("安排")) {
            return Kind.PLAN;
        } else if (title.contains("个人") && Roles.containsAny(title, new String[]{"剖析", "发言", "检查", "检视", "述职", "总结", "汇报"})) {
            return Kind.PERSONAL;
        } else if (title.contains("生活会") && (title.contains("报告") || title.contains("汇报"))) {
            return Kind.MEETING;
        }
        return endsWithAny(title, OTHERS) ? Kind.OTHER : null;
    }

    private static boolean endsWithAny(String title, String[] ends) {
        for (String end : ends) {
            if (title.endsWith(end)) {
                return true;
            }
        }
        return false;
    }

    static Kind of(@Nullable String title, @Nullable String roleLine, String text, List<Section> sections, boolean register) {
        Kind told = title == null ? null : ofTitle(title);
        Kind kind = told == null ? byBuild(sections, register) : told;
        return kind == Kind.SELF_EXAMINATION && isPersonal(text, roleLine != null) ? Kind.PERSONAL : kind;
    }

    private static Kind byBuild(List<Section> sections, boolean register) {
        boolean problems = false;
        boolean answers = false;
        for (Section section : sections) {
            problems |= section.role() == Role.PROBLEMS;
            answers |= section.role() == Role.CAUSES || section.role() == Role.MEASURES;
        }
        if (problems && answers) {
            return Kind.SELF_EXAMINATION;
        }
        return register ? Kind.RECTIFICATION : Kind.OTHER;
    }

    /// Somebody who says 本人, or 我 without 们 or a unit after it, and does not speak
    /// for a branch.
    private static boolean isPersonal(String text, boolean hasRoleLine) {
        int self = 0;
        int me = 0;
        int branch = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '本' && text.startsWith("本人", i) && !follows(text, i)) {
                self++;
            } else if (c == '我' && i + 1 < text.length() && isAlone(text, i)) {
                me++;
            } else if ((c == '班' && text.startsWith("班子", i)) || (c == '支' && text.startsWith("支部", i))) {
                branch++;
            }
        }
        return (self >= FEW && self * 2 >= branch) || ((hasRoleLine || self > 0) && self + me >= 4 && self + me > branch);
    }

    /// 党员本人, 其本人: somebody else.
    private static boolean follows(String text, int at) {
        return at > 0 && (text.charAt(at - 1) == '员' || text.charAt(at - 1) == '其' || text.charAt(at - 1) == '志'
                || text.charAt(at - 1) == '由');
    }

    private static boolean isAlone(String text, int at) {
        char before = at == 0 ? '\n' : text.charAt(at - 1);
        return "们支局单校镇县市省乡村部国党处科院所公集区委厅站中街办社系将".indexOf(text.charAt(at + 1)) < 0 && before != '自' && before != '小'
                && before != '忘'
                && before != '“' && before != '为' && before != '是';
    }
}
