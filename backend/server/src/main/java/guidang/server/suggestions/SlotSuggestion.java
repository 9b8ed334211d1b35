package guidang.server.suggestions;

import guidang.server.filing.Obligation;
import guidang.server.inspection.ReadStructure.Day;
import guidang.server.inspection.ReadStructure.Words;
import guidang.server.inspection.ReadUpload;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which of the documents that an organisation owes an upload is. Pure.
final class SlotSuggestion {
    private static final Comparator<Candidate> BEST = Comparator.comparing((Candidate c) -> c.type().points() <= 0)
            .thenComparing(Comparator.comparingInt(Candidate::points).reversed())
            .thenComparing(c -> !c.owed().state().awaited()).thenComparing(c -> c.owed().due(),
                    Comparator.nullsLast(Comparator.naturalOrder()));

    private final ReadUpload upload;
    private final @Nullable Words title;
    private final String titleWords;
    private final String fileWords;
    private final PeriodWords titlePeriods;
    private final PeriodWords filePeriods;
    private final @Nullable LocalDate date;

    private SlotSuggestion(ReadUpload upload) {
        this.upload = upload;
        this.title = upload.structure().title();
        String words = title != null ? title.text() : upload.title() == null ? "" : upload.title();
        this.titleWords = OrganizationWords.plain(words);
        this.fileWords = OrganizationWords.plain(upload.name());
        this.titlePeriods = PeriodWords.of(words);
        this.filePeriods = PeriodWords.of(upload.name());
        Day day = upload.structure().date();
        this.date = day == null ? null : day.value();
    }

    /// One document that is owed, with what speaks for it.
    record Candidate(Obligation owed, Evidence type, Evidence period, Evidence campaign, Evidence slot) {
        int points() {
            return type.points() + period.points() + campaign.points() + slot.points();
        }

        /// As sure as the least sure of its parts, and one less sure for each reason
        /// against the whole.
        Confidence confidence() {
            return Confidence.of(Stream.of(type, period, campaign).mapToInt(part -> Math.min(2, part.points())).min().orElse(0)
                    + Math.min(0, slot.points()));
        }

        List<String> reasons() {
            return Stream.of(type, period, campaign, slot).flatMap(part -> part.reasons().stream()).toList();
        }
    }

    /// The best of those whose campaign is open; empty where nothing tells
    /// the document.
    static Optional<Candidate> of(ReadUpload upload, List<Obligation> owed) {
        return new SlotSuggestion(upload).among(owed.stream().filter(Obligation::open).toList());
    }

    private Optional<Candidate> among(List<Obligation> open) {
        List<Obligation> missing = open.stream().filter(one -> one.state().awaited()).toList();
        List<Candidate> all = new ArrayList<>(open.stream().map(owed -> candidate(owed, open, missing))
                .filter(candidate -> candidate.type().points() > 0 || candidate.slot().has("only-one-owed")).toList());
        all.sort(BEST);
        if (all.size() > 1 && all.get(1).points() == all.get(0).points() && all.get(1).type().points() > 0) {
            all.get(0).slot().against(true, "several-alike");
        }
        return all.stream().findFirst();
    }

    private Candidate candidate(Obligation owed, List<Obligation> open, List<Obligation> missing) {
        boolean only = missing.size() == 1 && missing.getFirst().equals(owed);
        Evidence slot = new Evidence().weak(only, "only-one-owed")
                .against(!owed.state().awaited(), "delivered-already");
        return new Candidate(owed, type(owed, only), period(owed, open), campaign(owed, open), slot);
    }

    private Evidence type(Obligation owed, boolean only) {
        return new Evidence().strong(DocumentKinds.is(upload.structure().kind(), owed), "kind-of-document")
                .strong(DocumentKinds.names(titleWords, owed), "document-in-title")
                .weak(DocumentKinds.names(fileWords, owed), "document-in-file-name").told(only, "only-one-owed");
    }

    private Evidence period(Obligation owed, List<Obligation> open) {
        String period = owed.period();
        boolean only = open.stream().filter(one -> one.campaign().equals(owed.campaign())
                && one.documentType().equals(owed.documentType())).count() == 1;
        return new Evidence().strong(titlePeriods.tell(period), "period-in-title")
                .weak(!titlePeriods.tell(period) && titlePeriods.tellYear(period), "year-in-title")
                .weak(filePeriods.tell(period), "period-in-file-name").weak(period.equals("once"), "period-once")
                .weak(dated(period), "period-by-date").weak(only, "only-period")
                .against(titlePeriods.contradict(period), "period-differs");
    }

    /// A report on a year is written in it or in the four months after it.
    private boolean dated(String period) {
        if (date == null || period.length() < 4 || period.equals("once")) {
            return false;
        }
        int year = Integer.parseInt(period.substring(0, 4));
        return date.getYear() == year || (date.getYear() == year + 1 && date.getMonthValue() <= 4);
    }

    private Evidence campaign(Obligation owed, List<Obligation> open) {
        boolean only = open.stream().allMatch(one -> one.campaign().equals(owed.campaign()));
        String name = OrganizationWords.plain(owed.campaignName());
        return new Evidence().strong(name.length() >= 4 && titleWords.contains(name), "campaign-in-title")
                .weak(only, "only-campaign").weak(titlePeriods.years().stream().anyMatch(name::contains), "campaign-of-the-year");
    }

    /// Where a part comes from that the title tells.
    static Suggested.@Nullable Place place(ReadUpload upload, Evidence evidence) {
        boolean told = evidence.reasons().stream().anyMatch(reason -> reason.endsWith("-in-title"));
        Day day = upload.structure().date();
        return told
                ? Suggested.Place.of(upload.structure().title())
                : evidence.has("period-by-date") ? Suggested.Place.of(day) : null;
    }
}
