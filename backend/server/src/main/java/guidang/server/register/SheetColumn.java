package guidang.server.register;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// A column of a register as a sheet (整改台账), in the order in which it is
/// written. It is read by any of its names, wherever it stands.
enum SheetColumn {
    NUMBER("序号", "编号", "no", "number"),
    SOURCE("来源", "问题来源", "source"),
    PROBLEM("问题", "问题清单", "存在问题", "存在的问题", "主要问题", "整改事项", "整改问题", "问题描述", "问题内容", "反馈问题", "problem"),
    ASPECT("分类", "方面", "问题分类", "问题类别", "类别", "所属方面", "分类方面", "aspect"),
    MANIFESTATION("具体表现", "表现", "问题表现", "问题具体表现", "manifestation"),
    GOAL("整改目标", "目标", "目标要求", "预期目标", "goal"),
    MEASURES("整改措施", "措施", "措施清单", "整改举措", "具体措施", "measures"),
    TYPE("整改类型", "类型", "整改方式", "整改类别", "type"),
    UNIT("牵头责任单位", "牵头单位", "责任单位", "责任部门", "牵头部门", "牵头责任部门", "责任主体", "整改单位", "整改责任单位", "responsibleunit", "unit"),
    POST("责任岗位", "岗位", "责任人职务", "职务", "post"),
    PERSON("责任人", "责任领导", "整改责任人", "牵头领导", "person", "responsibleperson"),
    DUE("完成时限", "时限", "整改时限", "整改期限", "完成期限", "完成时间", "计划完成时间", "due", "duedate"),
    PROGRESS("进展", "整改进展", "进展情况", "整改进展情况", "整改情况", "整改落实情况", "落实情况", "整改成效", "progress"),
    EVIDENCE("佐证材料", "佐证", "证明材料", "支撑材料", "evidence"),
    COMPLETED("完成日期", "实际完成时间", "实际完成日期", "完成整改时间", "completed", "completedon"),
    CLOSED("是否销号", "销号", "销号情况", "是否完成", "是否完成整改", "closed", "closedoff"),
    CLOSED_ON("销号日期", "销号时间", "closedon"),
    REVIEW("复查意见", "复查", "回头看", "复查情况", "review"),
    REMARKS("备注", "说明", "remarks"),
    ORGANIZATION("组织代码", "党组织代码", "organizationcode"),
    ORGANIZATION_NAME("组织", "党组织", "组织名称", "党组织名称", "支部名称", "党支部", "organization"),
    CAMPAIGN("专题", "campaign"),
    ITEM("事项编号", "item");

    private static final Pattern ASIDE = Pattern.compile("\\(.*?\\)");
    private static final Pattern BETWEEN = Pattern.compile("[\\s/、:*._-]");
    private static final Map<String, SheetColumn> BY_NAME = byName();

    @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody changes
    private final List<String> names;

    SheetColumn(String... names) {
        this.names = List.of(names);
    }

    private static Map<String, SheetColumn> byName() {
        Map<String, SheetColumn> all = new HashMap<>();
        Arrays.stream(values()).forEach(column -> column.names.forEach(name -> all.put(name, column)));
        return Collections.unmodifiableMap(all);
    }

    /// The column that is headed so; spaces and what stands in brackets do
    /// not count.
    static Optional<SheetColumn> headed(String heading) {
        String plain = Normalizer.normalize(heading, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return Optional.ofNullable(BY_NAME.get(BETWEEN.matcher(ASIDE.matcher(plain).replaceAll("")).replaceAll("")));
    }

    /// As in the API and in the messages: `closed-on`.
    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The most characters that one of its cells may hold.
    int limit() {
        return switch (this) {
            case PROBLEM -> 2_000;
            case UNIT, POST -> 200;
            case PERSON, ASPECT -> 60;
            case PROGRESS, EVIDENCE -> 32_000;
            default -> 4_000;
        };
    }

    /// Whether its words are of one line.
    boolean isLine() {
        return this == ASPECT || this == UNIT || this == POST || this == PERSON;
    }

    /// Whether it says what the item is.
    boolean isWords() {
        return switch (this) {
            case SOURCE, PROBLEM, ASPECT, MANIFESTATION, GOAL, MEASURES, UNIT, POST, PERSON, EVIDENCE, REVIEW, REMARKS -> true;
            default -> false;
        };
    }
}
