package guidang.server.index;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Cuts the history of what one organisation owes in one campaign into spans:
/// intervals in which nothing about an obligation changed. Pure, and steady: a
/// longer history ends the last span of an obligation and adds new ones, so
/// their number never shrinks.
///
/// @param moments
///            of each obligation, at least the one from which it is owed, in
///            order
/// @param stays
///            of the organisation, in order; the first one began before
///            all moments
record Spans(List<List<Moment>> moments, List<Stay> stays) {
    Spans {
        moments = moments.stream().map(List::copyOf).toList();
        stays = List.copyOf(stays);
    }

    /// A commit from which on something is true of a slot.
    ///
    /// @param template
    ///            by which its report is read; 0 where there is none
    record Moment(long commit, Instant at, SlotFacts facts, int template) {}

    /// What is the same all through a span.
    ///
    /// @param first
    ///            on exactly one expected slot of the organisation
    /// @param complete
    ///            on that one: whether all that is expected is delivered
    record Held(SlotFacts facts, int template, String path, String type, int level, boolean first, boolean complete) {}

    /// @param obligation
    ///            index of the obligation
    /// @param number
    ///            of the span, from 0
    /// @param to
    ///            when it ended; absent for the last
    record Span(int obligation, int number, Instant from, @Nullable Instant to, Held held) {}

    List<Span> all() {
        List<Span> all = new ArrayList<>();
        List<@Nullable Open> open = new ArrayList<>();
        moments.forEach(_ -> open.add(null));
        times().forEach((commit, at) -> {
            List<Held> held = held(commit);
            for (int i = 0; i < held.size(); i++) {
                Open before = open.get(i);
                if (before == null || !before.held.equals(held.get(i))) {
                    end(all, i, before, at);
                    open.set(i, new Open(before == null ? 0 : before.number + 1, at, held.get(i)));
                }
            }
        });
        for (int i = 0; i < open.size(); i++) {
            end(all, i, open.get(i), null);
        }
        return all;
    }

    /// A span that goes on.
    private record Open(int number, Instant from, Held held) {}

    private static void end(List<Span> all, int obligation, @Nullable Open open, @Nullable Instant to) {
        if (open != null) {
            all.add(new Span(obligation, open.number, open.from, to, open.held));
        }
    }

    /// Of everything that changed since it is owed.
    private TreeMap<Long, Instant> times() {
        TreeMap<Long, Instant> times = new TreeMap<>();
        moments.forEach(all -> all.forEach(moment -> times.put(moment.commit, moment.at)));
        if (!times.isEmpty()) {
            long begun = times.firstKey();
            stays.stream().filter(stay -> stay.commit() > begun).forEach(stay -> times.put(stay.commit(), stay.since()));
        }
        return times;
    }

    private List<Held> held(long commit) {
        List<Moment> now = moments.stream().map(all -> last(all, commit)).toList();
        List<SlotFacts> expected = now.stream().map(Moment::facts).filter(SlotFacts::expected).toList();
        boolean complete = expected.stream().allMatch(SlotFacts::delivered);
        int first = IntStream.range(0, now.size()).filter(i -> now.get(i).facts.expected()).findFirst().orElse(-1);
        Stay stay = stay(commit);
        return IntStream.range(0, now.size()).mapToObj(i -> new Held(now.get(i).facts, now.get(i).template, stay.path(),
                stay.type(), stay.level(), i == first, i == first && complete)).toList();
    }

    /// All obligations of a campaign begin at one commit.
    private static Moment last(List<Moment> all, long commit) {
        Moment last = all.getFirst();
        for (Moment each : all) {
            last = each.commit <= commit ? each : last;
        }
        return last;
    }

    private Stay stay(long commit) {
        return Objects.requireNonNull(stays.stream().filter(stay -> stay.commit() <= commit)
                .reduce(stays.getFirst(), (_, later) -> later));
    }
}
