package guidang.server.query;

import guidang.server.query.ItemsAnswer.ItemFigures;
import guidang.server.rectification.ItemType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What DESIGN §8 says of rectification items, in memory: everything that
/// happened, and for each moment all of it gone through again. It knows nothing
/// of the archive's code.
final class RegisterModel {
    /// What may happen to an item.
    enum What {
        OPEN,
        PROGRESS,
        REQUEST,
        RETURN,
        CLOSE,
        REOPEN,
        DISCARD,
        RECLASSIFY,
        ASK_FOR_MORE
    }

    /// One thing that happened.
    ///
    /// @param type
    ///            from here on, where it says so
    /// @param due
    ///            likewise
    record Event(Instant at, What what, @Nullable ItemType type, @Nullable LocalDate due) {}

    /// An item, and all that happened to it.
    record Kept(String id, String organization, String campaign, @Nullable String aspect, List<Event> events) {
        /// Absent before it was opened.
        @Nullable
        State at(Instant moment) {
            State state = null;
            for (Event event : events) {
                if (!event.at.isAfter(moment)) {
                    state = state == null ? State.of(event) : state.after(event);
                }
            }
            return state;
        }
    }

    /// An item at a moment.
    record State(String state, ItemType type, @Nullable LocalDate due, int returns, boolean more, Instant opened,
            @Nullable Instant closed) {
        static State of(Event opened) {
            return new State("open", Objects.requireNonNull(opened.type), opened.due, 0, false, opened.at, null);
        }

        State after(Event by) {
            return switch (by.what) {
                case OPEN -> throw new IllegalStateException("twice");
                case PROGRESS -> state.equals("close-out-requested") ? this : to("in-progress");
                case REQUEST -> to("close-out-requested");
                case RETURN -> new State("returned", type, due, returns + 1, more, opened, null);
                case CLOSE -> new State("closed", type, due, returns, false, opened, by.at);
                case REOPEN -> new State("in-progress", type, by.due, returns, false, opened, null);
                case DISCARD -> new State("void", type, due, returns, false, opened, null);
                case RECLASSIFY -> new State(state, Objects.requireNonNull(by.type), by.due, returns, more, opened, closed);
                case ASK_FOR_MORE -> new State(state, type, due, returns, true, opened, closed);
            };
        }

        private State to(String next) {
            return new State(next, type, due, returns, more, opened, null);
        }

        boolean counts() {
            return !state.equals("void");
        }

        boolean is(String word) {
            return state.equals(word);
        }

        boolean unsettled() {
            return counts() && !is("closed");
        }

        boolean ongoing() {
            return type == ItemType.ONGOING;
        }

        boolean overdue(LocalDate today) {
            return unsettled() && due != null && due.isBefore(today);
        }

        boolean soon(LocalDate today) {
            return unsettled() && due != null && !due.isBefore(today) && !due.isAfter(today.plusDays(14));
        }

        long days() {
            return closed == null ? -1 : ChronoUnit.DAYS.between(day(opened), day(closed));
        }
    }

    static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, NaiveModel.ZONE);
    }

    private final Map<String, Kept> items = new TreeMap<>();

    void open(String id, String organization, String campaign, @Nullable String aspect, Event opened) {
        items.put(id, new Kept(id, organization, campaign, aspect, new ArrayList<>(List.of(opened))));
    }

    void add(String id, Event event) {
        Objects.requireNonNull(items.get(id)).events.add(event);
    }

    /// What may happen next.
    List<What> legal(String id) {
        State now = Objects.requireNonNull(Objects.requireNonNull(items.get(id)).at(Instant.MAX));
        return switch (now.state) {
            case "open", "in-progress", "returned" ->
                List.of(What.PROGRESS, What.REQUEST, What.REQUEST, What.DISCARD, What.RECLASSIFY, What.ASK_FOR_MORE);
            case "close-out-requested" ->
                List.of(What.PROGRESS, What.REQUEST, What.RETURN, What.CLOSE, What.CLOSE, What.CLOSE, What.RECLASSIFY);
            case "closed" -> List.of(What.REOPEN);
            default -> List.of();
        };
    }

    /// The items that count at the moment.
    Map<Kept, State> at(Instant moment, Predicate<Kept> seen) {
        Map<Kept, State> all = new HashMap<>();
        items.values().stream().filter(seen).forEach(item -> {
            State state = item.at(moment);
            if (state != null && state.counts()) {
                all.put(item, state);
            }
        });
        return all;
    }

    ItemFigures figures(Instant moment, Predicate<Kept> seen) {
        LocalDate today = day(moment);
        List<State> all = List.copyOf(at(moment, seen).values());
        List<State> timed = all.stream().filter(state -> !state.ongoing()).toList();
        List<Long> days = timed.stream().filter(state -> state.is("closed")).map(State::days).sorted().toList();
        return new ItemFigures(all.size(), count(all, State::ongoing), count(all, s -> s.ongoing() && s.is("closed")),
                timed.size(), days.size(), count(all, s -> s.overdue(today)), count(all, s -> s.soon(today)),
                count(all, s -> s.is("close-out-requested")), count(all, s -> s.unsettled() && s.more()),
                count(all, s -> s.returns() > 0), median(days));
    }

    private static @Nullable Double median(List<Long> sorted) {
        int size = sorted.size();
        return size == 0 ? null : (sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2.0;
    }

    private static long count(List<State> all, Predicate<State> filter) {
        return all.stream().filter(filter).count();
    }

    /// Ids behind a number.
    Set<String> listed(Instant moment, Predicate<Kept> seen, Predicate<State> filter) {
        return at(moment, seen).entrySet().stream().filter(each -> filter.test(each.getValue())).map(each -> each.getKey().id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// Items by organisation, aspect and campaign.
    Map<String, Long> cells(Instant moment, Predicate<Kept> seen) {
        return at(moment, seen).keySet().stream().filter(item -> item.aspect != null)
                .collect(Collectors.groupingBy(item -> item.organization + " " + item.aspect + " " + item.campaign, TreeMap::new,
                        Collectors.counting()));
    }
}
