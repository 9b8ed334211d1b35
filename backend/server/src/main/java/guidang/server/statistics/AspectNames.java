package guidang.server.statistics;

import guidang.server.aspects.AspectTemplate.Aspect;
import guidang.server.campaigns.AspectTemplates;
import guidang.server.kernel.Code;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What the aspects were called that campaigns asked for at a moment, by
/// their index.
@Component
final class AspectNames {
    private final AspectTemplates templates;

    AspectNames(AspectTemplates templates) {
        this.templates = templates;
    }

    Mono<List<String>> of(String campaign, Instant moment) {
        return templates.at(new Code(campaign), moment)
                .map(asked -> asked.matcher().template().aspects().stream().map(Aspect::name).toList()).defaultIfEmpty(List.of());
    }

    /// Which words mean the same in these campaigns.
    Mono<SameAspects> same(Collection<String> campaigns, Instant moment) {
        return Flux.fromIterable(new TreeSet<>(campaigns)).concatMap(code -> templates.at(new Code(code), moment))
                .map(asked -> asked.matcher().template()).collectList().map(SameAspects::new);
    }

    Mono<Map<String, List<String>>> of(Collection<String> campaigns, Instant moment) {
        return Flux.fromIterable(campaigns).distinct().concatMap(code -> of(code, moment).map(names -> Map.entry(code, names)))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }
}
