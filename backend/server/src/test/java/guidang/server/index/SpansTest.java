package guidang.server.index;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.server.index.SlotFacts.Asked;
import guidang.server.index.Spans.Moment;
import guidang.server.index.Spans.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SpansTest {
    private static final Instant OPENED = Instant.parse("2026-01-01T00:00:00Z");
    private static final Asked MARCH = new Asked(true, Instant.parse("2026-03-31T16:00:00Z"), "2026-03");
    private static final List<Stay> HOME = List.of(new Stay(0, Instant.EPOCH, "ROOT/A/", "branch", 2));
    private static final String[] STATES = {"missing", "delivered", "returned", "accepted", "withdrawn"};

    private static Instant at(long commit) {
        return OPENED.plusSeconds(commit);
    }

    private static Moment moment(long commit, boolean exempted, String state, @Nullable Instant arrival) {
        // A version as such does not matter here: what is delivered is told by the state.
        SlotFacts facts = SlotFacts.of(MARCH, exempted, false, state, at(commit), arrival, null);
        boolean delivered = List.of("delivered", "returned", "accepted").contains(state);
        return new Moment(commit, at(commit), new SlotFacts(facts.expected(), facts.required(), facts.exempted(), facts.due(),
                facts.month(), facts.timed(), delivered, facts.timed() && delivered, false, state, facts.since(), arrival, null,
                null), 0);
    }

    private static List<Moment> history(Random random, long until) {
        List<Moment> all = new ArrayList<>();
        for (long commit = 10; commit <= until; commit += 1L + random.nextInt(6)) {
            all.add(moment(commit, random.nextInt(5) == 0, STATES[random.nextInt(STATES.length)], at(commit)));
        }
        return all;
    }

    private static List<Stay> stays(Random random, long until) {
        List<Stay> all = new ArrayList<>(HOME);
        for (long commit = 12L + random.nextInt(20); commit <= until; commit += 1L + random.nextInt(40)) {
            all.add(new Stay(commit, at(commit), "ROOT/B" + commit + "/A/", "branch", 3));
        }
        return all;
    }

    @Test
    void atEveryMomentThereIsOneSpanOfEachObligationAndItSaysWhatIsTrueThen() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            List<List<Moment>> moments = IntStream.range(0, 1 + random.nextInt(4)).mapToObj(i -> history(random, 60)).toList();
            List<Stay> stays = stays(random, 60);
            List<Span> spans = new Spans(moments, stays).all();
            for (long commit = 10; commit <= 70; commit++) {
                Instant now = at(commit);
                int firsts = 0;
                for (int i = 0; i < moments.size(); i++) {
                    int obligation = i;
                    List<Span> true_ = spans.stream().filter(s -> s.obligation() == obligation && !s.from().isAfter(now)
                            && (s.to() == null || s.to().isAfter(now))).toList();
                    assertThat(true_).as("seed %d, commit %d", seed, commit).hasSize(1);
                    assertThat(true_.getFirst().held().facts()).isEqualTo(last(moments.get(i), commit).facts());
                    assertThat(true_.getFirst().held().path()).isEqualTo(lies(stays, commit));
                    firsts += true_.getFirst().held().first() ? 1 : 0;
                }
                long at = commit;
                boolean expected = moments.stream().anyMatch(all -> last(all, at).facts().expected());
                assertThat(firsts).as("seed %d, commit %d", seed, commit).isEqualTo(expected ? 1 : 0);
            }
        }
    }

    @Test
    void aLongerHistoryEndsTheLastSpansAndAddsOthers() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            List<List<Moment>> moments = IntStream.range(0, 1 + random.nextInt(4)).mapToObj(i -> history(random, 60)).toList();
            List<Stay> stays = stays(random, 60);
            long view = 10L + random.nextInt(50);
            List<Span> earlier = new Spans(moments.stream().map(all -> before(all, view)).toList(),
                    stays.stream().filter(s -> s.commit() <= view).toList()).all();
            List<Span> later = new Spans(moments, stays).all();
            for (Span span : earlier) {
                Span same = later.stream().filter(s -> s.obligation() == span.obligation() && s.number() == span.number())
                        .findFirst().orElseThrow();
                assertThat(same.held()).as("seed %d", seed).isEqualTo(span.held());
                assertThat(same.from()).isEqualTo(span.from());
                if (span.to() != null) {
                    assertThat(same.to()).isEqualTo(span.to());
                }
            }
        }
    }

    @Test
    void whatDidNotChangeIsOneSpan() {
        List<Moment> same = List.of(moment(10, false, "missing", null), again(moment(10, false, "missing", null), 20),
                again(moment(10, false, "missing", null), 30));
        assertThat(new Spans(List.of(same), HOME).all()).singleElement()
                .satisfies(span -> assertThat(span.to()).isNull());
    }

    private static Moment again(Moment moment, long commit) {
        return new Moment(commit, at(commit), moment.facts(), moment.template());
    }

    private static List<Moment> before(List<Moment> all, long commit) {
        return all.stream().filter(m -> m.commit() <= commit).toList();
    }

    private static Moment last(List<Moment> all, long commit) {
        return all.stream().filter(m -> m.commit() <= commit).max(Comparator.comparingLong(Moment::commit)).orElseThrow();
    }

    private static String lies(List<Stay> stays, long commit) {
        return stays.stream().filter(s -> s.commit() <= commit).max(Comparator.comparingLong(Stay::commit)).orElseThrow().path();
    }
}
