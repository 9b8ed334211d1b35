package guidang.server.statistics;

import guidang.server.access.Caller;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/// How many streams there are. Beyond the bounds: `BUSY`.
@Component
final class LiveStreams {
    private final StatisticsSettings settings;
    private final Map<String, Integer> each = new HashMap<>();
    private int all;

    LiveStreams(StatisticsSettings settings) {
        this.settings = settings;
    }

    <T> Flux<T> bounded(Caller caller, Supplier<Flux<T>> stream) {
        return Flux.defer(() -> begin(caller.subject())
                ? stream.get().doFinally(end -> end(caller.subject()))
                : Flux.error(new Problem(ProblemType.BUSY)));
    }

    private synchronized boolean begin(String subject) {
        if (all >= settings.streams() || each.getOrDefault(subject, 0) >= settings.streamsEach()) {
            return false;
        }
        all++;
        each.merge(subject, 1, Integer::sum);
        return true;
    }

    private synchronized void end(String subject) {
        all--;
        each.computeIfPresent(subject, (_, n) -> n == 1 ? null : n - 1);
    }
}
