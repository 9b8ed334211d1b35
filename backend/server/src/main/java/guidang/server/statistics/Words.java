package guidang.server.statistics;

import guidang.server.access.OrganizationNames;
import guidang.server.campaigns.CampaignNames;
import guidang.server.campaigns.Campaigns;
import guidang.server.kernel.Code;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Puts names to codes; a code stands for itself where it has none.
@Component
final class Words {
    private final OrganizationNames organizations;
    private final Campaigns campaigns;

    Words(OrganizationNames organizations, Campaigns campaigns) {
        this.organizations = organizations;
        this.campaigns = campaigns;
    }

    /// Names of these.
    record Named(Map<Code, String> organizations, Map<String, CampaignNames> campaigns) {
        String organization(String code) {
            return organizations.getOrDefault(new Code(code), code);
        }

        String campaign(String code) {
            return Optional.ofNullable(campaigns.get(code)).map(CampaignNames::name).orElse(code);
        }

        String document(String campaign, String type) {
            return Optional.ofNullable(campaigns.get(campaign)).map(names -> names.document(new Code(type))).orElse(type);
        }

        /// As any of the campaigns calls it: they rarely differ.
        String document(String type) {
            return campaigns.entrySet().stream().sorted(Map.Entry.comparingByKey())
                    .flatMap(c -> Stream.ofNullable(c.getValue().documents().get(type))).findFirst().orElse(type);
        }
    }

    Mono<Named> named(Collection<String> paths, Collection<String> campaignCodes) {
        Collection<Code> codes = paths.stream().map(Words::code).collect(Collectors.toSet());
        Mono<Map<String, CampaignNames>> named = Flux.fromIterable(campaignCodes).distinct()
                .flatMap(code -> campaigns.names(new Code(code))).collectMap(names -> names.campaign().value());
        return Mono.zip(organizations.names(codes), named, Named::new);
    }

    /// The organisation at the end of a path.
    static Code code(String path) {
        return new Code(path.substring(path.lastIndexOf('/', path.length() - 2) + 1, path.length() - 1));
    }
}
