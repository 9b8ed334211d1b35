package guidang.server.bulk;

import guidang.server.bulk.ImportHead.Phase;
import guidang.server.bulk.ImportRow.Outcome;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An import, as officers see it.
///
/// @param name
///            of the zip
/// @param organization
///            at or below which its rows lie
/// @param job
///            the last one
/// @param problem
///            why all of it was given up; absent else
/// @param createdAt
///            when its last byte came: what its reports are told to have been
///            received at
/// @param expiresAt
///            when what is left of it goes
@Schema(name = "ReportImport")
record ImportView(String id, String name, ImportedPlace organization, Phase phase, ImportedCounts counts,
        @Nullable String job, @Nullable ImportedProblem problem, Instant createdAt, Instant expiresAt) {
    /// An organisation. The name is the code where the caller does not know of it.
    record ImportedPlace(String code, String name) {}

    /// Rows by what came of them.
    record ImportedCounts(int rows, int unchecked, int ready, int refused, int filed, int already, int failed) {
        static ImportedCounts of(Counts counts) {
            return new ImportedCounts(counts.rows(), counts.unchecked(), counts.ready(), counts.refused(), counts.filed(),
                    counts.already(), counts.failed());
        }
    }

    /// What stands against a row or an import, in the caller's language.
    record ImportedProblem(String code, String title, String detail, String action) {}

    /// A row of a manifest.
    ///
    /// @param row
    ///            as a spreadsheet counts: the header is row 1
    /// @param organization
    ///            absent where neither code nor name was written
    /// @param campaign
    ///            its code, once it is known; likewise `documentType`
    /// @param file
    ///            its path in the zip
    /// @param report
    ///            the id under which it is filed; absent where it is not
    record ImportedRow(int row, @Nullable ImportedPlace organization, String campaign, String documentType, String period,
            String title, String file, Outcome outcome, @Nullable ImportedProblem problem, @Nullable String report) {}

    /// @param total
    ///            rows of the wanted outcomes
    /// @param next
    ///            to be handed in as `after`; absent on the last page
    record ImportedRowPage(List<ImportedRow> items, long total, @Nullable Integer next) {}

    /// @param next
    ///            to be handed in as `after`; absent on the last page
    @Schema(name = "ReportImportPage")
    record ImportPage(List<ImportView> imports, @Nullable String next) {}
}
