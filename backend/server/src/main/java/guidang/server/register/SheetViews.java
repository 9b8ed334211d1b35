package guidang.server.register;

import guidang.server.access.OrganizationNames;
import guidang.server.campaigns.CampaignNames;
import guidang.server.campaigns.Campaigns;
import guidang.server.kernel.Code;
import guidang.server.register.RegisterImportView.CellFault;
import guidang.server.register.RegisterImportView.SheetChange;
import guidang.server.register.RegisterImportView.SheetCounts;
import guidang.server.register.RegisterImportView.SheetOrganization;
import guidang.server.register.RegisterImportView.SheetPhase;
import guidang.server.register.SheetImports.Standing;
import guidang.server.register.SheetStep.Kind;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Imports of registers in words.
@Component
class SheetViews {
    private static final int SHOWN = 1_000;
    private static final int LONGEST = 400;

    private final SheetWords words;
    private final OrganizationNames organizations;
    private final Campaigns campaigns;
    private final RegisterSettings settings;

    SheetViews(SheetWords words, OrganizationNames organizations, Campaigns campaigns, RegisterSettings settings) {
        this.words = words;
        this.organizations = organizations;
        this.campaigns = campaigns;
        this.settings = settings;
    }

    Mono<RegisterImportView> of(Standing standing, Locale locale) {
        Code organization = standing.head().organization();
        String campaign = standing.head().campaign().value();
        return Mono
                .zip(organizations.names(List.of(organization))
                        .map(named -> named.getOrDefault(organization, organization.value())),
                        campaigns.names(standing.head().campaign()).map(CampaignNames::name).defaultIfEmpty(campaign))
                .map(named -> of(standing, named.getT1(), named.getT2(), locale));
    }

    private RegisterImportView of(Standing standing, String organization, String campaign, Locale locale) {
        SheetHead head = standing.head();
        SheetPlans.Planned planned = standing.planned();
        SheetHead.Counts counts = planned == null ? head.counts() : SheetHead.Counts.of(planned.plan());
        return new RegisterImportView(standing.id(), head.name(),
                new SheetOrganization(head.organization().value(), organization),
                head.campaign().value(), campaign, SheetPhase.of(standing.phase()), SheetCounts.of(counts, head.end()),
                planned == null ? refused(head, locale) : faults(planned, locale),
                planned == null ? List.of() : changes(planned.plan(), locale), head.job(), head.receivedAt(),
                head.receivedAt().plus(settings.keep()));
    }

    private List<CellFault> refused(SheetHead head, Locale locale) {
        SheetHead.End end = head.end();
        return end == null
                ? List.of()
                : end.refused().stream().limit(SHOWN)
                        .map(refused -> new CellFault(refused.row(), null, null, words.refusal(refused, locale))).toList();
    }

    private List<CellFault> faults(SheetPlans.Planned planned, Locale locale) {
        return planned.plan().faults().stream().limit(SHOWN).map(fault -> fault(fault, planned.reading(), locale)).toList();
    }

    private CellFault fault(SheetFault fault, SheetReading reading, Locale locale) {
        SheetColumn column = fault.column();
        Integer index = column == null ? null : reading.head().get(column);
        String heading = column == null
                ? null
                : reading.headings().getOrDefault(column, words.heading(column, locale));
        return new CellFault(fault.row(), index == null ? null : letters(index), heading, words.fault(fault, locale));
    }

    /// As spreadsheets name a column: 0 is A, 26 is AA.
    static String letters(int index) {
        String last = Character.toString('A' + index % 26);
        return index < 26 ? last : letters(index / 26 - 1) + last;
    }

    private List<SheetChange> changes(ImportPlan plan, Locale locale) {
        return plan.steps().stream().filter(step -> step.kind() != Kind.UNCHANGED).flatMap(step -> changes(step, locale))
                .limit(SHOWN).toList();
    }

    private Stream<SheetChange> changes(SheetStep step, Locale locale) {
        Present was = step.was();
        return was == null
                ? Stream.of(change(step, null, null, null, null))
                : step.differences().stream().map(difference -> change(step, was.item().value(),
                        words.heading(difference.column(), locale), words.cell(difference.column(), difference.from(), locale),
                        words.cell(difference.column(), difference.to(), locale)));
    }

    private static SheetChange change(SheetStep step, @Nullable String item, @Nullable String heading, @Nullable String from,
            @Nullable String to) {
        return new SheetChange(step.row().number(), step.kind().text(), step.place().organization().value(), item,
                shown(step.row().cell(SheetColumn.PROBLEM)), heading, from == null || from.isEmpty() ? null : shown(from),
                to == null || to.isEmpty() ? null : shown(to));
    }

    private static String shown(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
