package guidang.server.index;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Cuts an item's history into spans, as [Spans] does with what is owed. Pure,
/// and steady: a longer history ends the last span and adds new ones.
///
/// @param moments
///            by commit, at least that of the opening
/// @param stays
///            of the organisation, in order
record ItemSpans(SequencedMap<Long, Moment> moments, List<Stay> stays) {
    /// What is true of the item from a commit on.
    record Moment(Instant at, ItemFacts facts) {}

    /// What is the same all through a span.
    record Held(ItemFacts facts, Where then, String organizationType) {}

    /// @param number
    ///            from 0
    /// @param to
    ///            when it ended; absent for the last
    record Span(int number, Instant from, @Nullable Instant to, Held held) {}

    List<Span> all() {
        List<Span> all = new ArrayList<>();
        times().forEach((commit, at) -> {
            Held held = held(commit);
            if (all.isEmpty() || !all.getLast().held.equals(held)) {
                end(all, at);
                all.add(new Span(all.size(), at, null, held));
            }
        });
        return all;
    }

    private static void end(List<Span> all, Instant at) {
        if (!all.isEmpty()) {
            Span last = all.removeLast();
            all.add(new Span(last.number, last.from, at, last.held));
        }
    }

    /// Of everything that changed since it was opened.
    private SortedMap<Long, Instant> times() {
        SortedMap<Long, Instant> times = new TreeMap<>();
        moments.forEach((commit, moment) -> times.put(commit, moment.at));
        long opened = moments.firstEntry().getKey();
        stays.stream().filter(stay -> stay.commit() > opened).forEach(stay -> times.put(stay.commit(), stay.since()));
        return times;
    }

    private Held held(long commit) {
        Stay stay = stays.stream().filter(each -> each.commit() <= commit).reduce(stays.getFirst(), (_, later) -> later);
        Moment moment = moments.firstEntry().getValue();
        for (var each : moments.entrySet()) {
            moment = each.getKey() <= commit ? each.getValue() : moment;
        }
        return new Held(moment.facts, Where.at(stay.path(), stay.level()), stay.type());
    }
}
