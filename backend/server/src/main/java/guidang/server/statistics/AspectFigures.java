package guidang.server.statistics;

import guidang.server.query.AsOf;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What delivered reports say of the aspects that their campaign asks for.
///
/// @param aspects
///            in the order of the template
/// @param rows
///            as in [OrganizationFigures]; `problems` in the order of the
///            aspects
/// @param examined
///            reports whose text was read
/// @param lacking
///            of these, that miss an aspect
/// @param placeholders
///            of these, that leave placeholders unfilled
/// @param unassigned
///            problems under no aspect of the template
/// @param examinedBefore
///            in the campaign that was asked for besides
record AspectFigures(AsOf asOf, boolean excludesTransferred, List<AspectColumn> aspects, List<AspectRow> rows, long examined,
        long lacking, long placeholders, long unassigned, @Nullable Long examinedBefore) {
    /// @param aspect
    ///            its index
    /// @param problems
    ///            how many are named
    /// @param naming
    ///            reports that name any
    /// @param treating
    ///            reports that treat it
    /// @param missing
    ///            reports that were to treat it and do not
    /// @param problemsBefore
    ///            of the aspect of that name in the other campaign; absent where it
    ///            had none
    record AspectColumn(int aspect, String name, long problems, long naming, long treating, long missing,
            @Nullable Long problemsBefore, @Nullable Long treatingBefore) {}

    record AspectRow(String organization, String name, int children, List<Long> problems, long examined) {}
}
