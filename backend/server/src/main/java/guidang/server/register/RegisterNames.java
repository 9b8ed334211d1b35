package guidang.server.register;

import guidang.server.access.OrganizationNames;
import guidang.server.campaigns.CampaignNames;
import guidang.server.campaigns.Campaigns;
import guidang.server.kernel.Code;
import guidang.server.query.FacetCount;
import guidang.server.query.ItemAnswer;
import guidang.server.query.ItemAnswer.Found;
import guidang.server.register.RegisterPage.RegisterFacets;
import guidang.server.register.RegisterPage.RegisterHighlights;
import guidang.server.register.RegisterPage.RegisterPlace;
import guidang.server.register.RegisterPage.RegisterRow;
import guidang.server.register.RegisterPage.RegisterValue;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Puts names to codes. Names are not in the index: a renamed organisation is
/// found under its new name at once.
@Component
final class RegisterNames {
    private final OrganizationNames organizations;
    private final Campaigns campaigns;

    RegisterNames(OrganizationNames organizations, Campaigns campaigns) {
        this.organizations = organizations;
        this.campaigns = campaigns;
    }

    Mono<RegisterPage> page(ItemAnswer answer, @Nullable String next) {
        return Mono.zip(organizations.names(organizations(answer)), campaigns(answer), (places, named) -> new RegisterPage(
                answer.total(), answer.found().stream().map(found -> row(found, places, named)).toList(),
                facets(answer.facets(), places, named), next, answer.asOf()));
    }

    private static List<Code> organizations(ItemAnswer answer) {
        return Stream.concat(answer.found().stream().map(Found::organization),
                answer.facets().organizations().stream().map(FacetCount::key)).distinct().map(Code::new).toList();
    }

    /// By their codes.
    private Mono<Map<String, String>> campaigns(ItemAnswer answer) {
        List<String> codes = Stream.concat(answer.found().stream().map(Found::campaign),
                answer.facets().campaigns().stream().map(FacetCount::key)).distinct().toList();
        return Flux.fromIterable(codes).flatMap(code -> campaigns.names(new Code(code)))
                .collectMap(named -> named.campaign().value(), CampaignNames::name);
    }

    private static RegisterRow row(Found found, Map<Code, String> places, Map<String, String> campaigns) {
        ItemAnswer.Marks marks = found.marks();
        return new RegisterRow(found.organization(), name(places, found.organization()), found.item(), found.number(),
                found.campaign(), campaigns.getOrDefault(found.campaign(), found.campaign()), found.report(), found.problem(),
                found.aspect(), found.unit(), found.type(), found.state(), found.due(), found.openedAt(), found.since(),
                found.closedAt(), found.progress(), found.evidence(), found.request(), found.extension(),
                marks == null
                        ? null
                        : new RegisterHighlights(marks.problem(), marks.measures(), marks.progress(), marks.evidence()));
    }

    private static RegisterFacets facets(ItemAnswer.Facets facets, Map<Code, String> places, Map<String, String> campaigns) {
        return new RegisterFacets(values(facets.states(), key -> null), values(facets.types(), key -> null),
                values(facets.aspects(), key -> null), values(facets.campaigns(), campaigns::get),
                values(facets.due(), key -> null), facets.organizations().stream()
                        .map(count -> new RegisterPlace(count.key(), name(places, count.key()), count.count())).toList());
    }

    private static List<RegisterValue> values(List<FacetCount> counts, Function<String, @Nullable String> name) {
        return counts.stream().map(count -> new RegisterValue(count.key(), name.apply(count.key()), count.count())).toList();
    }

    private static String name(Map<Code, String> places, String code) {
        return places.getOrDefault(new Code(code), code);
    }
}
