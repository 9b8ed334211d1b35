package guidang.server.register;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the register is asked for, as a table or a sheet.
///
/// @param organization
///            it and those below it; none: the whole scope
/// @param alone
///            that organisation without those below it
/// @param state
///            or `unsettled`; none: all but void
/// @param type
///            any of these; `timed`: all but ongoing
/// @param aspect
///            any of these
/// @param due
///            how near the due day of what is unsettled is
/// @param extension
///            only those for which more time is asked
/// @param returned
///            only those of which a close-out was returned
/// @param turn
///            `mine`: only those that wait for the caller: as an officer, what
///            is asked for below; as a clerk, what the own organisation goes on
///            with; as of now alone
/// @param from
///            first due day
/// @param to
///            last due day
/// @param evidenceFrom
///            first day of a piece of evidence
/// @param evidenceTo
///            last day of that
/// @param words
///            of the item, of what was done, or of the name of a piece of
///            evidence; in quotes exactly so; as of now alone
/// @param asOf
///            a past moment (ISO 8601), or a day: its end; none: the present
/// @param tree
///            `now` or `then`: where organisations lie now, or lay at that
///            moment
/// @param position
///            of the journal, waited for a while: what the caller wrote is there
record RegisterAsked(@Nullable String organization, @Nullable Boolean alone, @Nullable String campaign,
        @Pattern(regexp = "open|in-progress|close-out-requested|returned|closed|void|unsettled") @Nullable String state,
        @Size(max = 4) @Nullable List<@Pattern(regexp = "immediate|by-deadline|ongoing|timed") String> type,
        @Size(max = 50) @Nullable List<@Size(max = 200) String> aspect,
        @Pattern(regexp = "overdue|soon|later|none") @Nullable String due, @Nullable Boolean extension,
        @Nullable Boolean returned, @Pattern(regexp = "mine") @Nullable String turn, @Nullable LocalDate from,
        @Nullable LocalDate to, @Nullable LocalDate evidenceFrom,
        @Nullable LocalDate evidenceTo, @Nullable String words, @Nullable String asOf,
        @Pattern(regexp = "now|then") @Nullable String tree, @Min(0) @Nullable Long position) {
    /// All that the pages have in common.
    String question() {
        return new RegisterAsked(organization, alone, campaign, state, type, aspect, due, extension, returned, turn, from, to,
                evidenceFrom, evidenceTo, words, asOf, tree, null).toString();
    }
}
