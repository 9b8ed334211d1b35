package guidang.server.statistics;

import guidang.server.access.Caller;
import guidang.server.query.AsOf;
import guidang.server.query.FigureIndex;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Figures that move: server-sent events, read through fetch with the token.
///
/// `figures` comes first and whenever anything changed within the caller's
/// scope, be it by what was filed or by a day that ended; `beat` says every 15
/// seconds that nothing did. Silence means that the stream is broken, or the
/// index away. It ends by itself after `guidang.statistics.stream-for`.
@RestController
class LiveController {
    private static final Duration BEAT = Duration.ofSeconds(15);

    private final FigureIndex figures;
    private final Questions questions;
    private final LiveStreams streams;
    private final StatisticsSettings settings;

    LiveController(FigureIndex figures, Questions questions, LiveStreams streams, StatisticsSettings settings) {
        this.figures = figures;
        this.questions = questions;
        this.streams = streams;
        this.settings = settings;
    }

    @ApiResponse(responseCode = "200", content = @Content(mediaType = MediaType.TEXT_EVENT_STREAM_VALUE, schema = @Schema(implementation = LiveFigures.class)))
    @GetMapping(path = "/api/statistics/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<LiveFigures>> live(Caller caller, @ParameterObject @Valid @ModelAttribute Asked asked) {
        questions.of(caller, asked);
        return streams.bounded(caller, () -> events(caller, asked).take(settings.streamFor()));
    }

    /// What was told last, and when.
    private record Told(LiveFigures figures, long tick) {}

    private Flux<ServerSentEvent<LiveFigures>> events(Caller caller, Asked asked) {
        AtomicReference<Told> told = new AtomicReference<>();
        long quiet = Math.max(1, BEAT.dividedBy(settings.pace()));
        return Flux.interval(Duration.ZERO, settings.pace()).onBackpressureDrop()
                .concatMap(tick -> look(caller, asked, told, tick, quiet), 1);
    }

    /// Nothing where nothing is to be told.
    private Mono<ServerSentEvent<LiveFigures>> look(Caller caller, Asked asked, AtomicReference<Told> told, long tick,
            long quiet) {
        Told last = told.get();
        AsOf now = figures.now();
        boolean due = last == null || tick - last.tick >= quiet;
        if (!due && last.figures.asOf().position() == now.position()) {
            return Mono.empty();
        }
        return current(caller, asked, now).flatMap(figures -> {
            boolean changed = last == null || !figures.total().equals(last.figures.total())
                    || !String.valueOf(figures.changed()).equals(String.valueOf(last.figures.changed()));
            told.set(new Told(figures, changed || due ? tick : last.tick));
            return changed || due ? Mono.just(event(changed ? "figures" : "beat", figures)) : Mono.empty();
        });
    }

    /// By the scope of this moment: organisations move. An index that is away makes
    /// the stream silent, not broken.
    private Mono<LiveFigures> current(Caller caller, Asked asked, AsOf now) {
        Question question = questions.of(caller, asked);
        return figures.pulse(question.scope(), question.filter(), now)
                .map(pulse -> new LiveFigures(now, pulse.total(), pulse.changed())).onErrorResume(away -> Mono.empty());
    }

    private static ServerSentEvent<LiveFigures> event(String name, LiveFigures figures) {
        return ServerSentEvent.builder(figures).event(name).build();
    }
}
