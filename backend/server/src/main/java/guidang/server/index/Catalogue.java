package guidang.server.index;

import co.elastic.clients.elasticsearch.indices.update_aliases.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Which generations there are, and which one is searched.
@Component
final class Catalogue {
    private final Elasticsearch elasticsearch;
    private final Mappings mappings;
    private final String prefix;

    Catalogue(Elasticsearch elasticsearch, Mappings mappings, IndexSettings settings) {
        this.elasticsearch = elasticsearch;
        this.mappings = mappings;
        this.prefix = settings.prefix();
    }

    /// The generation that the alias points to; empty where there is none.
    Mono<Generation> live(Lane lane) {
        return elasticsearch.call(client -> client.indices().getAlias(g -> g.name(Generation.alias(prefix, lane))))
                .flatMapMany(answer -> generations(lane, answer.aliases().keySet()))
                .onErrorResume(Elasticsearch::isAbsence, none -> Flux.empty()).collectList()
                .flatMap(all -> Mono.justOrEmpty(all.stream().max(java.util.Comparator.comparingInt(Generation::number))));
    }

    /// The live generation, made where there is none. What a release with another
    /// mapping left is deleted: it can't answer what is asked now.
    Mono<Generation> ensure(Lane lane) {
        return live(lane).switchIfEmpty(Mono.defer(() -> outdated(lane).concatMap(this::deleteIndex)
                .then(next(lane)).flatMap(first -> mappings.create(first, true).thenReturn(first))));
    }

    private Flux<String> outdated(Lane lane) {
        String family = Generation.family(prefix, lane);
        return names(Generation.ofAnyMapping(prefix, lane)).flatMapIterable(names -> names)
                .filter(name -> !name.startsWith(family) && name.substring(prefix.length() + lane.key().length())
                        .matches("-v\\d{1,9}-\\d{1,9}"));
    }

    /// The first number that was not used.
    Mono<Generation> next(Lane lane) {
        return all(lane).map(Generation::number).reduce(0, Math::max).map(last -> new Generation(prefix, lane, last + 1));
    }

    Generation generation(Lane lane, int number) {
        return new Generation(prefix, lane, number);
    }

    /// Lets searches go to this generation and to no other, in one step.
    Mono<Void> swap(Generation generation) {
        String alias = Generation.alias(prefix, generation.lane());
        return live(generation.lane()).map(List::of).defaultIfEmpty(List.of()).flatMap(before -> {
            List<Action> actions = new ArrayList<>();
            before.stream().filter(old -> !old.equals(generation))
                    .forEach(old -> actions.add(Action.of(a -> a.remove(r -> r.index(old.index()).alias(alias)))));
            actions.add(Action.of(a -> a.add(r -> r.index(generation.index()).alias(alias))));
            return elasticsearch.call(client -> client.indices().updateAliases(u -> u.actions(actions)));
        }).then();
    }

    /// All generations of the lane but this one.
    Flux<Generation> others(Generation generation) {
        return all(generation.lane()).filter(each -> !each.equals(generation));
    }

    Mono<Void> delete(Generation generation) {
        return deleteIndex(generation.index());
    }

    private Mono<Void> deleteIndex(String index) {
        return elasticsearch.call(client -> client.indices().delete(d -> d.index(index)))
                .onErrorComplete(Elasticsearch::isAbsence).then();
    }

    private Flux<Generation> all(Lane lane) {
        return names(Generation.family(prefix, lane) + "*").flatMapMany(names -> generations(lane, names));
    }

    private Mono<Set<String>> names(String pattern) {
        return elasticsearch.call(client -> client.indices().getAlias(g -> g.index(pattern)))
                .map(answer -> answer.aliases().keySet()).onErrorResume(Elasticsearch::isAbsence, none -> Mono.just(Set.of()));
    }

    private Flux<Generation> generations(Lane lane, Set<String> indices) {
        String family = Generation.family(prefix, lane);
        return Flux.fromIterable(indices)
                .filter(name -> name.startsWith(family) && name.substring(family.length()).matches("\\d{1,9}"))
                .map(name -> new Generation(prefix, lane, Integer.parseInt(name.substring(family.length()))));
    }
}
