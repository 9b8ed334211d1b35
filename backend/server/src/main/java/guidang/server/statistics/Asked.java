package guidang.server.statistics;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/// What every table, list, export and stream takes: which obligations, as of
/// when.
///
/// @param campaign
///            none: all
/// @param parent
///            an organisation: it and those below it; none: the whole scope
/// @param alone
///            that organisation without those below it
/// @param asOf
///            a past moment (ISO 8601), or a day: its end; none: the present
/// @param tree
///            `now` or `then`: where organisations lie now, or lay at that
///            moment
/// @param month
///            of the due day, `2026-03`
/// @param type
///            of organisations
/// @param level
///            of organisations in the tree, 1 for the root
/// @param against
///            another campaign, counted beside
/// @param position
///            of the journal, waited for a while: what the caller wrote
///            is counted
record Asked(@Nullable String campaign, @Nullable String parent, @Nullable Boolean alone,
        @Nullable String asOf,
        @Pattern(regexp = "now|then") @Nullable String tree, @Nullable String documentType, @Nullable String period,
        @Pattern(regexp = "\\d{4}-(0[1-9]|1[0-2])") @Nullable String month,
        @Pattern(regexp = "committee|general-branch|branch") @Nullable String type,
        @Min(1) @Max(64) @Nullable Integer level, @Nullable String against, @Min(0) @Nullable Long position) {}
