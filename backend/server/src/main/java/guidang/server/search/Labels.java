package guidang.server.search;

import guidang.server.access.OrganizationNames;
import guidang.server.access.OrganizationPaths;
import guidang.server.access.Scope;
import guidang.server.campaigns.Campaigns;
import guidang.server.kernel.Code;
import guidang.server.query.FacetCount;
import guidang.server.query.ReportAnswer;
import guidang.server.query.ReportAnswer.Found;
import guidang.server.search.SearchPage.FacetValue;
import guidang.server.search.SearchPage.Facets;
import guidang.server.search.SearchPage.SearchHit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Puts names to codes. Names are not in the index: a renamed organisation is
/// found under its new name at once.
@Component
final class Labels {
    private final OrganizationNames organizations;
    private final Campaigns campaigns;

    Labels(OrganizationNames organizations, Campaigns campaigns) {
        this.organizations = organizations;
        this.campaigns = campaigns;
    }

    Mono<SearchPage> page(ReportAnswer answer, Scope scope, @Nullable String next) {
        return Mono.zip(organizations.names(codes(answer, scope)), words(answer), (names, words) -> new SearchPage(answer.total(),
                answer.found().stream().map(found -> hit(found, names, words)).toList(), facets(answer.facets(), names, words),
                next,
                answer.asOf(), places(scope).map(code -> name(names, code.value())).collect(Collectors.joining("、"))));
    }

    private Mono<CampaignWords> words(ReportAnswer answer) {
        List<String> codes = Stream
                .concat(answer.found().stream().map(Found::campaign), answer.facets().campaigns().stream().map(FacetCount::key))
                .distinct()
                .toList();
        return Flux.fromIterable(codes).flatMap(code -> campaigns.names(new Code(code)))
                .collectMap(named -> named.campaign().value()).map(CampaignWords::new);
    }

    private static List<Code> codes(ReportAnswer answer, Scope scope) {
        Stream<Code> found = answer.found().stream().map(hit -> new Code(hit.organization()));
        Stream<Code> counted = answer.facets().organizations().stream().map(count -> new Code(count.key()));
        return Stream.of(found, counted, places(scope)).flatMap(Function.identity()).distinct().toList();
    }

    /// The organisations at which the scope begins.
    private static Stream<Code> places(Scope scope) {
        return Stream.concat(scope.subtrees().stream(), scope.organizations().stream()).distinct().sorted()
                .map(OrganizationPaths::at);
    }

    private static SearchHit hit(Found found, Map<Code, String> names, CampaignWords campaigns) {
        String document = campaigns.document(found.campaign(), found.documentType());
        return new SearchHit(found.report(), Objects.requireNonNullElse(found.title(), document), found.titleHighlight(),
                found.organization(),
                name(names, found.organization()), found.campaign(), campaigns.name(found.campaign()), found.documentType(),
                document, found.period(), found.version(), found.state(),
                found.receivedAt(), found.highlights());
    }

    private static Facets facets(ReportAnswer.Facets facets, Map<Code, String> names, CampaignWords campaigns) {
        return new Facets(named(facets.organizations(), key -> name(names, key)), named(facets.campaigns(), campaigns::name),
                named(facets.documentTypes(), campaigns::document), named(facets.months(), key -> null),
                named(facets.states(), key -> null));
    }

    private static List<FacetValue> named(List<FacetCount> counts, Function<String, @Nullable String> name) {
        return counts.stream().map(count -> new FacetValue(count.key(), name.apply(count.key()), count.count())).toList();
    }

    private static String name(Map<Code, String> names, String code) {
        return names.getOrDefault(new Code(code), code);
    }
}
