package guidang.server.statistics;

import guidang.server.query.AsOf;
import guidang.server.query.FiguresAnswer.Figures;
import java.util.List;

/// Who lacks which document.
///
/// @param documents
///            the columns
/// @param rows
///            as in [OrganizationFigures]
record MatrixFigures(AsOf asOf, boolean excludesTransferred, List<DocumentColumn> documents, List<MatrixRow> rows) {
    record DocumentColumn(String documentType, String period, String name) {}

    /// @param cells
    ///            in the order of the columns
    record MatrixRow(String organization, String name, int children, List<Figures> cells) {}
}
