package guidang.server.rectification;

import com.fasterxml.jackson.annotation.JsonProperty;
import guidang.server.kernel.Code;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An item as its readers see it now.
///
/// @param path
///            where its organisation lies now, codes each followed by a slash
/// @param number
///            its place in the register of its organisation and campaign, from 1
/// @param report
///            the version that it came from
/// @param reportTitle
///            absent where the caller does not read that
/// @param problem
///            its index there: of the problems, then of the rows of registers
/// @param imported
///            whether it came with a sheet
/// @param since
///            when it came into its state
/// @param overdue
///            whether it is unsettled though its due day is over
/// @param words
///            absent where nobody reads them: what it came from is sealed or
///            destroyed
/// @param wordsPosition
///            of the step that brought the words: what an edit replaces
/// @param closeOut
///            the close-out that waits for an officer
/// @param extension
///            the extension that does
/// @param may
///            what the caller may do now, as the last part of the route
/// @param version
///            how many steps there are
/// @param position
///            a replica that has reached it shows this
public record ItemView(Code organization, String organizationName, String path, String item, int number, Code campaign,
        String campaignName, @Nullable String report, @Nullable String reportTitle, @Nullable Integer problem,
        @Nullable Boolean imported, ItemType type, ItemState state, Instant since, @Nullable LocalDate due, boolean overdue,
        Instant openedAt, @Nullable Instant closedAt, @Nullable ItemWordsView words, int wordsPosition,
        @Nullable CloseOutView closeOut, @Nullable ExtensionView extension, List<String> may, int version, List<StepView> steps,
        long position) {
    /// What it is, in words.
    ///
    /// @param evidence
    ///            as a sheet named what is not here, like `review`
    public record ItemWordsView(String problem, @Nullable String aspect, @Nullable String source,
            @Nullable String manifestation, @Nullable String goal, @Nullable String measures, @Nullable String unit,
            @Nullable String post, @Nullable String person, @Nullable String remarks, @Nullable String evidence,
            @Nullable String review) {
        static ItemWordsView of(ItemWords words) {
            return new ItemWordsView(words.problem(), words.aspect(), words.source(), words.manifestation(), words.goal(),
                    words.measures(), words.unit(), words.post(), words.person(), words.remarks(), words.evidence(),
                    words.review());
        }
    }

    /// A close-out that waits.
    ///
    /// @param request
    ///            its id: whoever decides names it
    public record CloseOutView(String request, Instant at, @Nullable LocalDate completed, @Nullable String words) {}

    /// An extension that waits.
    ///
    /// @param due
    ///            the day that is asked for
    public record ExtensionView(String request, Instant at, LocalDate due, @Nullable String reason) {}

    /// One thing that happened. It names no person.
    ///
    /// @param position
    ///            its place in the item's stream, from 0
    /// @param type
    ///            of the record: `opened`, `progressed` …
    /// @param at
    ///            when the request was received
    /// @param organization
    ///            the officer's
    /// @param onBehalf
    ///            by somebody of an organisation above (代报)
    /// @param state
    ///            of the item from here on
    /// @param words
    ///            what was said
    /// @param item
    ///            the item's words from here on
    /// @param on
    ///            the day on which it was done
    /// @param due
    ///            the day that is due from here on, or is asked for
    /// @param dated
    ///            the day on which it was closed outside of this platform
    /// @param request
    ///            that is made, or is decided
    public record StepView(int position, String type, Instant at, Instant committedAt, By by, @Nullable Code organization,
            @Nullable String organizationName, @Nullable Boolean onBehalf, ItemState state, @Nullable String words,
            @Nullable ItemWordsView item, @Nullable LocalDate on, @Nullable LocalDate completed, @Nullable LocalDate due,
            @Nullable LocalDate dated, @Nullable ItemType itemType, @Nullable String request,
            @Nullable List<EvidenceView> evidence) {}

    /// A file that shows what was done.
    ///
    /// @param n
    ///            its number in the step, from 0: the path to its tickets and
    ///            preview
    /// @param name
    ///            empty where it is gone
    /// @param on
    ///            its date of effect
    public record EvidenceView(int n, String name, long size, String mediaType, String sha256, @Nullable LocalDate on,
            boolean preview) {}

    /// As what somebody acted.
    public enum By {
        @JsonProperty("clerk")
        CLERK,
        @JsonProperty("officer")
        OFFICER
    }
}
