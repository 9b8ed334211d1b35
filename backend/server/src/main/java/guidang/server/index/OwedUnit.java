package guidang.server.index;

import guidang.server.campaigns.CampaignState;
import guidang.server.campaigns.Due;
import guidang.server.campaigns.RequiredDocument;
import guidang.server.campaigns.RosterRow;
import guidang.server.filing.ReportRecord.Filed;
import guidang.server.filing.Slot;
import guidang.server.filing.Version;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What one organisation owes in one campaign, at a view.
record OwedUnit(Cut cut, RosterRow row, List<OwedSlot> slots) {
    /// A document, and what is needed to add what was found in its report.
    ///
    /// @param filed
    ///            the version to be read; none where there is none or nobody may
    /// @param template
    ///            version of the template that it is read by
    record Made(String id, ObligationDocument document, @Nullable Filed filed, int template) {}

    private CampaignState.@Nullable Addition addition() {
        return cut.campaign().additions().get(row.organization());
    }

    /// The commit from which it owes anything.
    long since() {
        CampaignState.Addition added = addition();
        return added == null ? cut.opened() : added.commit();
    }

    private Instant sinceAt() {
        CampaignState.Addition added = addition();
        return added == null ? cut.openedAt() : added.addedAt();
    }

    /// @param known
    ///            the organisation's stays, as far as the view; empty: it lies where
    ///            the roster has it
    List<Made> documents(List<Stay> known, Due due) {
        List<Stay> stays = known.isEmpty()
                ? List.of(new Stay(0, Instant.EPOCH, row.path(), "unknown", Where.upTo(row.path()).size()))
                : known;
        Where now = Where.at(stays.getLast().path(), stays.getLast().level());
        Set<String> closed = closed();
        return new Spans(slots.stream().map(slot -> slot.moments(cut, since(), sinceAt(), due)).toList(), stays).all().stream()
                .map(span -> made(span, now, closed)).toList();
    }

    /// The versions that nobody may read, as of the view: their findings go from
    /// the spans of before too.
    private Set<String> closed() {
        return slots.stream().flatMap(slot -> Slot.of(slot.stream()).versions().stream()).filter(Version::closed)
                .map(version -> version.id().value()).collect(Collectors.toUnmodifiableSet());
    }

    private Made made(Spans.Span span, Where now, Set<String> closed) {
        Spans.Held held = span.held();
        RequiredDocument asked = slots.get(span.obligation()).document();
        String campaign = cut.campaign().code().value();
        String organization = row.organization().value();
        String document = asked.type() + "/" + asked.period();
        String report = held.facts().report();
        boolean readable = report != null && !closed.contains(report);
        ObligationDocument made = new ObligationDocument(campaign, organization, held.type(), now,
                Where.at(held.path(), held.level()),
                asked.type().value(), asked.period().value(), document, span.from(), span.to(), held.facts(), held.first(),
                held.complete(), null, "").hashed(held.template(), readable);
        return new Made(ObligationDocument.id(campaign, organization, document, span.number()), made,
                readable ? held.facts().filed() : null, held.template());
    }
}
