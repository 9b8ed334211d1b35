package guidang.server.rectification;

import org.jspecify.annotations.Nullable;

/// What an item is, in words, in a details blob.
///
/// @param format
///            1
/// @param problem
///            问题
/// @param aspect
///            分类: the name of an aspect, as the campaign's template or the
///            report has it
/// @param source
///            来源, in words; absent where the item names a report
/// @param manifestation
///            具体表现
/// @param goal
///            整改目标
/// @param measures
///            整改措施
/// @param unit
///            牵头/责任单位; it or the post is there
/// @param post
///            责任岗位
/// @param person
///            责任人: shown on the item and nowhere else
/// @param remarks
///            备注
/// @param evidence
///            佐证材料, as a sheet named what is not here; absent otherwise
/// @param review
///            复查意见, as a sheet had it; absent otherwise
public record ItemWords(int format, String problem, @Nullable String aspect, @Nullable String source,
        @Nullable String manifestation, @Nullable String goal, @Nullable String measures, @Nullable String unit,
        @Nullable String post, @Nullable String person, @Nullable String remarks,
        @Nullable String evidence, @Nullable String review) {
    /// These words, with what a sheet said beside the ones before.
    ItemWords withSheetOf(ItemWords before) {
        return new ItemWords(format, problem, aspect, source, manifestation, goal, measures, unit, post, person, remarks,
                before.evidence, before.review);
    }
}
