package guidang.server.roster;

import guidang.server.access.Caller;
import guidang.server.access.OrganizationPaths;
import guidang.server.access.Scope;
import guidang.server.access.Scopes;
import guidang.server.campaigns.CampaignState;
import guidang.server.campaigns.Campaigns;
import guidang.server.campaigns.RosterRow;
import guidang.server.kernel.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Pages of a roster, within a caller's scope on the tree of now.
@Component
class RosterPages {
    private final Campaigns campaigns;
    private final ActedSlots acted;
    private final OrganizationPaths paths;
    private final Scopes scopes;

    RosterPages(Campaigns campaigns, ActedSlots acted, OrganizationPaths paths, Scopes scopes) {
        this.campaigns = campaigns;
        this.acted = acted;
        this.paths = paths;
        this.scopes = scopes;
    }

    /// What is asked for.
    ///
    /// @param below
    ///            an organisation with all below it; null: everybody
    /// @param after
    ///            the last code of the page before; null: from the beginning
    record Question(RosterFilter filter, @Nullable Code below, @Nullable Code after, int size) {}

    /// @param total
    ///            of all pages
    /// @param more
    ///            whether another page follows
    record Page(List<RosterRow> rows, long total, boolean more) {}

    /// The campaign, where all organisations are known to the caller. Errors:
    /// `CAMPAIGN_UNKNOWN`, `ORGANIZATION_UNKNOWN`.
    Mono<CampaignState> require(Caller caller, Code campaign, List<Code> organizations) {
        return Mono.fromSupplier(() -> {
            CampaignState state = campaigns.concerning(caller, campaign);
            organizations.forEach(code -> scopes.known(caller, code));
            return state;
        });
    }

    /// One pass over the rows: counts all, keeps a page; a part of the roster at a
    /// time is in memory. Errors as [#require].
    Mono<Page> page(Caller caller, CampaignState campaign, Question question) {
        String below = question.below == null ? "" : scopes.known(caller, question.below);
        Scope scope = scopes.tree(caller);
        Predicate<RosterRow> shown = row -> paths.path(row.organization())
                .filter(path -> path.startsWith(below) && scope.includes(path)).isPresent();
        return rows(campaign, question.filter).filter(shown).collect(() -> new Cut(question), Cut::add).map(Cut::page)
                .subscribeOn(Schedulers.boundedElastic());
    }

    private Flux<RosterRow> rows(CampaignState campaign, RosterFilter filter) {
        return switch (filter) {
            case ALL -> campaigns.roster(campaign);
            case ADDED -> Flux.fromStream(() -> campaign.additions().values().stream().map(CampaignState.Addition::row));
            case EXEMPTED -> named(campaign, acted.exempted(campaign.code()).keySet().stream());
            case EXTENDED -> named(campaign, acted.extended(campaign.code()).keySet().stream());
        };
    }

    private Flux<RosterRow> named(CampaignState campaign, Stream<Code> codes) {
        return Flux.fromStream(() -> codes).concatMap(code -> campaigns.rostered(campaign, code));
    }

    private static final class Cut {
        private final Question question;
        private final List<RosterRow> rows = new ArrayList<>();
        private long total;
        private boolean more;

        Cut(Question question) {
            this.question = question;
        }

        void add(RosterRow row) {
            total++;
            boolean passed = question.after == null || row.organization().compareTo(question.after) > 0;
            if (passed && rows.size() < question.size) {
                rows.add(row);
            } else {
                more |= passed;
            }
        }

        Page page() {
            return new Page(rows, total, more);
        }
    }
}
