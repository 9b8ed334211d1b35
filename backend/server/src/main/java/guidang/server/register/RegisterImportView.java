package guidang.server.register;

import com.fasterxml.jackson.annotation.JsonProperty;
import guidang.server.register.SheetImports.Phase;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A register that was handed in as a sheet: what it would do, or did.
///
/// @param name
///            of the file
/// @param organization
///            at or below which its items lie
/// @param campaign
///            of rows that name none
/// @param faults
///            at most 1,000, in the order of the rows
/// @param changes
///            what it would do, at most 1,000; none once it was started
/// @param job
///            absent until it was started
/// @param expiresAt
///            when what is left of it goes
record RegisterImportView(String id, String name, SheetOrganization organization, String campaign, String campaignName,
        SheetPhase phase, SheetCounts counts, List<CellFault> faults, List<SheetChange> changes, @Nullable String job,
        Instant createdAt, Instant expiresAt) {
    record SheetOrganization(String code, String name) {}

    /// How far it is.
    @Schema(enumAsRef = true)
    enum SheetPhase {
        @JsonProperty("checked")
        CHECKED,
        @JsonProperty("running")
        RUNNING,
        @JsonProperty("done")
        DONE;

        static SheetPhase of(Phase phase) {
            return switch (phase) {
                case CHECKED -> CHECKED;
                case RUNNING -> RUNNING;
                case DONE -> DONE;
            };
        }
    }

    /// Items of the sheet.
    ///
    /// @param ready
    ///            without a fault
    /// @param written
    ///            absent until the job has ended
    /// @param failed
    ///            that were not taken after all; likewise
    record SheetCounts(int rows, int ready, int added, int changed, int unchanged, int faulty, @Nullable Integer written,
            @Nullable Integer failed) {
        static SheetCounts of(SheetHead.Counts of, SheetHead.@Nullable End end) {
            return new SheetCounts(of.rows(), of.ready(), of.added(), of.changed(), of.unchanged(), of.faulty(),
                    end == null ? null : end.added() + end.changed(), end == null ? null : end.refused().size());
        }
    }

    /// What is wrong with a cell.
    ///
    /// @param row
    ///            as a spreadsheet counts
    /// @param column
    ///            its letter; absent where the whole row is meant, or the sheet has
    ///            no such column
    /// @param heading
    ///            of the column, as the sheet calls it; else as an export does
    /// @param message
    ///            what is wrong, and what to write
    record CellFault(int row, @Nullable String column, @Nullable String heading, String message) {}

    /// What would become of an item.
    ///
    /// @param kind
    ///            `added` or `changed`; of a changed item one for each cell
    /// @param item
    ///            absent where it is new
    /// @param heading
    ///            of the cell; absent where the item is new
    /// @param from
    ///            as the register has it; absent where it has nothing
    /// @param to
    ///            as it will be; absent: nothing
    record SheetChange(int row, @Schema(allowableValues = {"added", "changed"}) String kind, String organization,
            @Nullable String item, String problem,
            @Nullable String heading, @Nullable String from, @Nullable String to) {}
}
