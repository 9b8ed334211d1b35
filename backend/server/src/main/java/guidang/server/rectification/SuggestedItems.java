package guidang.server.rectification;

import guidang.server.access.Caller;
import guidang.server.access.OrganizationNames;
import guidang.server.filing.ReportRecord;
import guidang.server.filing.Reports;
import guidang.server.filing.ReportTexts;
import guidang.server.filing.Version;
import guidang.server.kernel.Code;
import guidang.server.kernel.OperationId;
import guidang.server.rectification.ItemView.ItemWordsView;
import guidang.server.rectification.ReportItems.OpenedItem;
import guidang.server.rectification.ReportItems.SuggestedItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Suggests a filed report's problems as items, and tells which of them are in
/// the register.
@Component
class SuggestedItems {
    private static final int AT_ONCE = 8;

    private final ReportTexts texts;
    private final Reports reports;
    private final Items items;
    private final OrganizationNames names;

    SuggestedItems(ReportTexts texts, Reports reports, Items items, OrganizationNames names) {
        this.texts = texts;
        this.reports = reports;
        this.items = items;
        this.names = names;
    }

    /// An item that came from a version of the slot, with the words by which it
    /// is known.
    private record Known(OperationId report, OpenedItem item, List<String> words) {}

    /// Errors: `NOT_FOUND`, `REPORT_SEALED`, `REPORT_MOVED`.
    Mono<ReportItems> of(Caller caller, String report) {
        return texts.structured(caller, report).flatMap(read -> Mono.zip(unit(read.filed().organization()), known(read.filed()),
                (unit, known) -> view(read, new Problems(read, unit).all(), known)));
    }

    private Mono<String> unit(Code organization) {
        return names.names(List.of(organization)).map(named -> named.getOrDefault(organization, organization.value()));
    }

    private Mono<List<Known>> known(ReportRecord.Filed filed) {
        return Mono.zip(items.register(filed.campaign(), filed.organization()), reports.slot(filed.report().value())).flatMapMany(
                both -> Flux.fromIterable(both.getT2().versions()).map(Version::id)
                        .concatMap(version -> known(filed, both.getT1(), version)))
                .collectList();
    }

    private Flux<Known> known(ReportRecord.Filed filed, Register register, OperationId version) {
        return Flux.fromIterable(register.from(version))
                .flatMapSequential(entry -> items.find(filed.organization(), entry.item()), AT_ONCE)
                .concatMap(item -> version.equals(filed.report()) || item.state() == ItemState.VOID
                        ? Mono.just(new Known(version, opened(item), List.of()))
                        : words(item).map(words -> new Known(version, opened(item), words)));
    }

    /// As it was entered, and as it is now.
    private Mono<List<String>> words(Item item) {
        return items.closedBySpill(item).flatMapMany(closed -> closed
                ? Flux.<ItemWords>empty()
                : Flux.concat(items.wordsOf(item.steps().getFirst()), items.wordsOf(item.words())))
                .map(words -> plain(words.problem())).collectList();
    }

    private static OpenedItem opened(Item item) {
        ItemRecord.Source source = Objects.requireNonNull(item.opened().source());
        return new OpenedItem(item.id().value(), item.opened().number(), item.state(), source.problem());
    }

    private static ReportItems view(ReportTexts.Structured read, List<Problems.Suggested> all, List<Known> known) {
        OperationId report = read.filed().report();
        Map<Integer, OpenedItem> byProblem = new HashMap<>();
        Map<String, OpenedItem> byWords = new HashMap<>();
        List<OpenedItem> own = new ArrayList<>();
        for (Known one : known) {
            one.words().forEach(words -> byWords.putIfAbsent(words, one.item()));
            if (one.report().equals(report)) {
                own.add(one.item());
                Integer problem = one.item().problem();
                if (problem != null) {
                    byProblem.put(problem, one.item());
                }
            }
        }
        List<SuggestedItem> suggestions = all.stream().map(one -> suggestion(one, byProblem, byWords)).toList();
        return new ReportItems(report.value(), read.filed().organization(), read.filed().campaign(), suggestions, own);
    }

    private static SuggestedItem suggestion(Problems.Suggested one, Map<Integer, OpenedItem> byProblem,
            Map<String, OpenedItem> byWords) {
        @Nullable
        OpenedItem same = byProblem.get(one.problem());
        return new SuggestedItem(one.problem(), ItemWordsView.of(one.words()), one.type(), one.due(),
                same != null ? same : byWords.get(plain(one.words().problem())));
    }

    /// Spaces and the full stop tell nothing apart.
    private static String plain(String words) {
        return words.replaceAll("[\\s\\u3000。.]", "");
    }
}
