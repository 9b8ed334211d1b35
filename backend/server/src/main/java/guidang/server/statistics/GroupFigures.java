package guidang.server.statistics;

import guidang.server.query.AsOf;
import guidang.server.query.FiguresAnswer.Figures;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is owed and delivered, by something else than organisations.
///
/// @param by
///            `campaign`, `document`, `document-type`, `month`, `type` or
///            `level`
/// @param excludesTransferred
///            as in [OrganizationFigures]
/// @param before
///            of the campaign that was asked for besides
record GroupFigures(AsOf asOf, String by, boolean excludesTransferred, List<GroupRow> rows, Figures total,
        @Nullable Figures before) {
    /// @param key
    ///            a code, a month, a level; `-` where it has none
    /// @param name
    ///            absent where the key is all there is to say
    record GroupRow(String key, @Nullable String name, Figures figures, @Nullable Figures before) {}
}
