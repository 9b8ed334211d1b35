package guidang.server.register;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import guidang.server.filing.ReportTexts;
import guidang.server.filing.Reports;
import guidang.server.kernel.OperationId;
import guidang.server.rectification.Item;
import guidang.server.rectification.ItemRecord;
import guidang.server.rectification.ItemWords;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// What items came from, in words.
@Component
class SourceTitles {
    private static final int REMEMBERED = 1_000;
    private static final Duration FOR = Duration.ofMinutes(1);

    private final Reports reports;
    private final ReportTexts texts;
    private final Cache<OperationId, String> known = Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterWrite(FOR).build();

    SourceTitles(Reports reports, ReportTexts texts) {
        this.reports = reports;
        this.texts = texts;
    }

    /// What the item's words say, else the title of the report that it came from;
    /// empty text where there is neither.
    ///
    /// @param words
    ///            of an item that may be read
    Mono<String> source(Item item, ItemWords words) {
        ItemRecord.Source from = item.opened().source();
        return words.source() != null ? Mono.just(words.source()) : from == null ? Mono.just("") : title(from.report());
    }

    private Mono<String> title(OperationId report) {
        String title = known.getIfPresent(report);
        return title != null
                ? Mono.just(title)
                : reports.slot(report.value()).flatMap(slot -> Mono.justOrEmpty(slot.version(report)))
                        .flatMap(version -> texts.called(version.filed())).map(ReportTexts.Called::title)
                        .doOnNext(read -> known.put(report, read)).defaultIfEmpty("");
    }
}
