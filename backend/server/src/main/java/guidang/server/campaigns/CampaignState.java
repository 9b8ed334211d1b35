package guidang.server.campaigns;

import com.fasterxml.jackson.annotation.JsonValue;
import guidang.server.journal.JournalRecord;
import guidang.server.kernel.Code;
import guidang.server.kernel.OperationId;
import guidang.server.kernel.Period;
import guidang.server.objects.Blobs;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A campaign, folded from its stream.
///
/// @param operation
///            under which its details lie
/// @param openingCommit
///            the commit whose tree the roster is frozen from; −1 in a draft
/// @param parts
///            of the roster, in the order of their codes
/// @param openedAt
///            null until it is open
/// @param template
///            the last one that was set; null where none ever was
/// @param revision
///            how often the draft was written, from 1
/// @param additions
///            organisations that were asked after it opened, in the order of
///            their codes; as of the last record that was folded, like all
///            of this
public record CampaignState(Code code, CampaignRecord.Created created, OperationId operation, Phase phase, long openingCommit,
        List<Part> parts, int rostered, @Nullable Instant openedAt, @Nullable Template template, int revision,
        SortedMap<Code, Addition> additions) {
    public CampaignState {
        parts = List.copyOf(parts);
        additions = Collections.unmodifiableSortedMap(additions);
    }

    public CampaignState(Code code, CampaignRecord.Created created, OperationId operation, Phase phase, long openingCommit,
            List<Part> parts, int rostered, @Nullable Instant openedAt, @Nullable Template template) {
        this(code, created, operation, phase, openingCommit, parts, rostered, openedAt, template, 1, new TreeMap<>());
    }

    /// Where it stands.
    public enum Phase {
        DRAFT,
        OPENING,
        OPEN,
        CLOSED;

        /// As in the API.
        @JsonValue
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// A part of the roster, and the operation under which its blob lies.
    public record Part(OperationId operation, CampaignRecord.RosterPart roster) {}

    /// A template, and where its words lie.
    ///
    /// @param version
    ///            from 1
    /// @param aspects
    ///            how many
    public record Template(OperationId operation, Blobs.Ref details, int version, int aspects, Instant setAt) {}

    /// An organisation that was added to the roster.
    ///
    /// @param row
    ///            with its place at that time
    /// @param commit
    ///            the commit that added it
    /// @param operation
    ///            under which the reason lies
    public record Addition(RosterRow row, long commit, Instant addedAt, OperationId operation, Blobs.Ref details) {}

    /// Folds the stream, whole or as far as it goes; empty where it is empty.
    public static Optional<CampaignState> of(List<JournalRecord> stream) {
        CampaignState state = null;
        for (JournalRecord record : stream) {
            state = next(state, record);
        }
        return Optional.ofNullable(state);
    }

    /// The state after one more record of the stream.
    static CampaignState next(@Nullable CampaignState before, JournalRecord record) {
        CampaignRecord fact = CampaignCodec.read(record);
        if (fact instanceof CampaignRecord.Created created) {
            return new CampaignState(CampaignCodec.code(record.stream()), created, record.operation(), Phase.DRAFT, -1, List.of(),
                    0, null, null);
        }
        if (before == null) {
            throw new IllegalStateException(record.stream() + " begins with " + record.type());
        }
        return switch (fact) {
            case CampaignRecord.Created _ -> before;
            case CampaignRecord.Changed(CampaignRecord.Created form) -> before.with(form, record.operation());
            case CampaignRecord.OpeningStarted _ -> before.with(Phase.OPENING, record.commit(), before.parts, 0, null);
            case CampaignRecord.RosterPart part ->
                before.with(before.phase, before.openingCommit, before.and(new Part(record.operation(), part)), before.rostered,
                        before.openedAt);
            case CampaignRecord.Opened(int rostered) ->
                before.with(Phase.OPEN, before.openingCommit, before.parts, rostered, record.committedAt());
            case CampaignRecord.Added added -> before.with(added, record);
            case CampaignRecord.Template template -> before.with(new Template(record.operation(), template.details(),
                    before.templateVersion() + 1, template.aspects(), record.committedAt()));
            case CampaignRecord.Closed _ ->
                before.with(Phase.CLOSED, before.openingCommit, before.parts, before.rostered, before.openedAt);
        };
    }

    private CampaignState with(CampaignRecord.Created form, OperationId changed) {
        return new CampaignState(code, form, changed, phase, openingCommit, parts, rostered, openedAt, template, revision + 1,
                additions);
    }

    private CampaignState with(Phase phase, long openingCommit, List<Part> parts, int rostered, @Nullable Instant openedAt) {
        return new CampaignState(code, created, operation, phase, openingCommit, parts, rostered, openedAt, template, revision,
                additions);
    }

    private CampaignState with(Template set) {
        return new CampaignState(code, created, operation, phase, openingCommit, parts, rostered, openedAt, set, revision,
                additions);
    }

    private CampaignState with(CampaignRecord.Added added, JournalRecord record) {
        SortedMap<Code, Addition> more = new TreeMap<>(additions);
        added.rows().forEach(row -> more.putIfAbsent(row.organization(),
                new Addition(row, record.commit(), record.committedAt(), record.operation(), added.details())));
        return new CampaignState(code, created, operation, phase, openingCommit, parts, rostered, openedAt, template, revision,
                more);
    }

    /// Of the template; 0 where none was ever set.
    public int templateVersion() {
        return template == null ? 0 : template.version();
    }

    private List<Part> and(Part part) {
        List<Part> more = new ArrayList<>(parts);
        more.add(part);
        return more;
    }

    /// The organisation whose campaign it is.
    public Code target() {
        return created.whom().target();
    }

    /// How many levels above the organisation that files they accept, in turn; 1 is
    /// the parent.
    public List<Integer> acceptance() {
        return created.acceptance();
    }

    /// How many rows of the roster are frozen, while it opens and afterwards.
    public int frozen() {
        return parts.stream().mapToInt(part -> part.roster().rows()).sum();
    }

    /// For how many working days after the meeting documents are due.
    public Set<Integer> workingDays() {
        return documents().stream().map(RequiredDocument::due)
                .flatMap(due -> due instanceof DueRule.AfterMeeting(int days, boolean working) && working
                        ? Stream.of(days)
                        : Stream.empty())
                .collect(Collectors.toSet());
    }

    /// Whether a document's due day hangs on the meeting.
    public boolean awaitsMeeting() {
        return documents().stream().anyMatch(document -> document.due() instanceof DueRule.AfterMeeting);
    }

    public Blobs.Ref details() {
        return created.details();
    }

    public List<RequiredDocument> documents() {
        return created.documents();
    }

    /// Whether it takes reports.
    public boolean open() {
        return phase == Phase.OPEN;
    }

    /// Whether documents of this type are filed in it.
    public boolean requires(Code type) {
        return documents().stream().anyMatch(d -> d.type().equals(type));
    }

    /// The document of this type for this period; empty where none is asked for.
    public Optional<RequiredDocument> document(Code type, Period period) {
        return documents().stream().filter(d -> d.type().equals(type) && d.period().equals(period)).findFirst();
    }

    /// Whether a document of this type is asked for, for this period.
    public boolean requires(Code type, Period period) {
        return document(type, period).isPresent();
    }
}
