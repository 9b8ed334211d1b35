package guidang.server.statistics;

import guidang.server.access.Caller;
import guidang.server.query.AsOf;
import guidang.server.query.CurveIndex;
import guidang.server.query.FigureIndex;
import guidang.server.statistics.CurveFigures.Curve;
import guidang.server.statistics.CurveFigures.DayCount;
import guidang.server.statistics.ReturnAges.Age;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Figures over time, within the caller's scope.
@RestController
class CurveController {
    private static final List<Integer> DAYS = List.of(3, 7, 14, 30);

    private final CurveIndex curves;
    private final FigureIndex figures;
    private final Questions questions;

    CurveController(CurveIndex curves, FigureIndex figures, Questions questions) {
        this.curves = curves;
        this.figures = figures;
        this.questions = questions;
    }

    @GetMapping("/api/statistics/curve")
    Mono<CurveFigures> curve(Caller caller, @ParameterObject @Valid @ModelAttribute Asked asked) {
        Question question = questions.of(caller, asked);
        return asOf(question).flatMap(asOf -> {
            Mono<Curve> now = curve(question, asOf);
            String against = question.against();
            return against == null
                    ? now.map(curve -> new CurveFigures(asOf, question.then(), curve, null))
                    : Mono.zip(now, curve(question.of(against), asOf),
                            (curve, before) -> new CurveFigures(asOf, question.then(), curve, before));
        });
    }

    private Mono<Curve> curve(Question question, AsOf asOf) {
        return curves.curve(question.scope(), question.filter(), asOf)
                .map(curve -> new Curve(curve.expected(), days(curve.arrived()), days(curve.due())));
    }

    private static List<DayCount> days(Map<LocalDate, Long> days) {
        return new TreeMap<>(days).entrySet().stream().map(day -> new DayCount(day.getKey(), day.getValue())).toList();
    }

    @GetMapping("/api/statistics/returns")
    Mono<ReturnAges> returns(Caller caller, @ParameterObject @Valid @ModelAttribute Asked asked) {
        Question question = questions.of(caller, asked);
        return asOf(question).flatMap(asOf -> curves.ages(question.scope(), question.filter(), DAYS, asOf)
                .map(counts -> new ReturnAges(asOf, question.then(), ages(counts))));
    }

    private static List<Age> ages(List<Long> counts) {
        return IntStream.range(0, counts.size()).mapToObj(i -> new Age(i == 0 ? 0 : DAYS.get(i - 1),
                i == DAYS.size() ? null : DAYS.get(i), counts.get(i))).toList();
    }

    private Mono<AsOf> asOf(Question question) {
        return figures.asOf(question.moment(), question.position());
    }
}
