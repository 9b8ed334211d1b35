package guidang.server.query;

import guidang.server.query.FiguresAnswer.Figures;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// DESIGN §8 word by word, in memory: everything that happened, and for each
/// moment all of it gone through again. It knows nothing of the archive's code.
final class NaiveModel {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /// What is asked of everybody.
    ///
    /// @param due
    ///            absent: so many days after the meeting
    record Asked(String documentType, @Nullable LocalDate due, int afterMeeting, boolean required) {}

    /// A place of a document.
    record Place(String organization, String documentType) {}

    /// An organisation came to lie below another one.
    private record Move(Instant at, String organization, String parent) {}

    /// A meeting was held.
    private record Held(Instant at, String organization, LocalDate day) {}

    /// What may happen to a version or a slot.
    enum What {
        FILE,
        WITHDRAW,
        RETURN,
        ACCEPT,
        REOPEN,
        SEAL,
        RELEASE,
        EXEMPT,
        INCLUDE,
        EXTEND
    }

    /// One thing that happened.
    record Event(Instant at, Place place, What what, @Nullable String version, @Nullable Instant receivedAt,
            @Nullable LocalDate due, boolean imported) {}

    /// What became of a version.
    private static final class Version {
        private final Instant receivedAt;
        private final boolean imported;
        private boolean withdrawn;
        private boolean sealed;
        private String review = "delivered";

        Version(Instant receivedAt, boolean imported) {
            this.receivedAt = receivedAt;
            this.imported = imported;
        }

        boolean isVoid() {
            return withdrawn || sealed;
        }
    }

    /// A slot at a moment.
    static final class Slot {
        private final Asked asked;
        private final Map<String, Version> versions = new HashMap<>();
        private final List<String> order = new ArrayList<>();
        private boolean exempted;
        private @Nullable LocalDate due;
        private @Nullable LocalDate extended;

        Slot(Asked asked) {
            this.asked = asked;
            this.due = asked.due;
        }

        private Version version(@Nullable String key) {
            return Objects.requireNonNull(versions.get(String.valueOf(key)));
        }

        @Nullable
        String current() {
            return order.reversed().stream().filter(v -> !version(v).isVoid()).findFirst().orElse(null);
        }

        boolean expected() {
            return asked.required && !exempted;
        }

        boolean delivered() {
            return expected() && current() != null;
        }

        void meets(LocalDate day) {
            due = day.plusDays(asked.afterMeeting);
        }

        /// An extension counts more than any meeting.
        @Nullable
        Instant dueAt() {
            LocalDate last = extended == null ? due : extended;
            return last == null ? null : last.plusDays(1).atStartOfDay(ZONE).toInstant();
        }

        private Optional<Version> first() {
            return versions.values().stream().filter(v -> !v.isVoid()).min(Comparator.comparing(v -> v.receivedAt));
        }

        @Nullable
        Instant arrival() {
            return first().map(v -> v.receivedAt).orElse(null);
        }

        boolean timed() {
            return expected() && dueAt() != null && first().filter(v -> v.imported).isEmpty();
        }

        boolean onTime() {
            Instant arrival = arrival();
            Instant due = dueAt();
            return timed() && delivered() && arrival != null && due != null && arrival.isBefore(due);
        }

        boolean overdue(Instant now) {
            Instant due = dueAt();
            return timed() && !delivered() && due != null && !now.isBefore(due);
        }

        String state() {
            String current = current();
            if (current != null) {
                return version(current).review;
            }
            return order.isEmpty() ? "missing" : version(order.getLast()).sealed ? "sealed" : "withdrawn";
        }
    }

    private final Map<String, String> parents;
    private final List<Asked> asked;
    /// Since when each organisation is on the roster.
    private final Map<String, Instant> rostered = new HashMap<>();
    private final List<Event> events = new ArrayList<>();
    private final List<Move> moves = new ArrayList<>();
    private final List<Held> meetings = new ArrayList<>();

    /// @param parents
    ///            of each organisation in the beginning; the root has none
    NaiveModel(Map<String, String> parents, List<Asked> asked) {
        this.parents = Map.copyOf(parents);
        this.asked = List.copyOf(asked);
    }

    void rostered(String organization, Instant at) {
        rostered.putIfAbsent(organization, at);
    }

    void move(Instant at, String organization, String parent) {
        moves.add(new Move(at, organization, parent));
    }

    void held(Instant at, String organization, LocalDate day) {
        meetings.add(new Held(at, organization, day));
    }

    /// Where an organisation lay.
    String path(String organization, Instant moment) {
        Map<String, String> above = new HashMap<>(parents);
        moves.stream().filter(move -> !move.at.isAfter(moment)).forEach(move -> above.put(move.organization, move.parent));
        String path = organization + "/";
        for (String at = above.getOrDefault(organization, ""); !at.isEmpty(); at = above.getOrDefault(at, "")) {
            path = at + "/" + path;
        }
        return path;
    }

    void add(Event event) {
        events.add(event);
    }

    /// What counts there now, whether it is owed or not.
    @Nullable
    String current(Place place) {
        Slot slot = new Slot(asked.getFirst());
        events.stream().filter(event -> event.place.equals(place)).forEach(event -> happen(slot, event));
        return slot.current();
    }

    /// All that is owed at the moment; nothing before it opened.
    Map<Place, Slot> slots(Instant moment) {
        Map<Place, Slot> slots = new HashMap<>();
        // What is filed before one is rostered counts from then on.
        parents.keySet().forEach(code -> asked.forEach(one -> slots.put(new Place(code, one.documentType), new Slot(one))));
        meetings.stream().filter(held -> !held.at.isAfter(moment)).forEach(held -> asked.stream().filter(one -> one.due == null)
                .forEach(one -> Objects.requireNonNull(slots.get(new Place(held.organization, one.documentType)))
                        .meets(held.day)));
        events.stream().filter(event -> !event.at.isAfter(moment))
                .forEach(event -> happen(Objects.requireNonNull(slots.get(event.place)), event));
        slots.keySet().removeIf(place -> !isRostered(place.organization, moment));
        return slots;
    }

    private boolean isRostered(String organization, Instant moment) {
        Instant since = rostered.get(organization);
        return since != null && !since.isAfter(moment);
    }

    private static void happen(Slot slot, Event event) {
        switch (event.what) {
            case FILE -> {
                String version = Objects.requireNonNull(event.version);
                slot.versions.put(version, new Version(Objects.requireNonNull(event.receivedAt), event.imported));
                slot.order.add(version);
            }
            case WITHDRAW -> slot.version(event.version).withdrawn = true;
            case RETURN -> slot.version(event.version).review = "returned";
            case ACCEPT -> slot.version(event.version).review = "accepted";
            case REOPEN -> slot.version(event.version).review = "reopened";
            case SEAL -> slot.version(event.version).sealed = true;
            case RELEASE -> slot.version(event.version).sealed = false;
            case EXEMPT -> slot.exempted = true;
            case INCLUDE -> slot.exempted = false;
            case EXTEND -> slot.extended = event.due;
        }
    }

    Figures figures(Instant moment, Predicate<Place> seen) {
        Map<Place, Slot> slots = slots(moment);
        slots.keySet().removeIf(seen.negate());
        List<Slot> all = List.copyOf(slots.values());
        long timedDelivered = count(all, s -> s.timed() && s.delivered());
        long overdue = count(all, s -> s.overdue(moment));
        return new Figures(count(all, Slot::expected), count(all, Slot::delivered), overdue, count(all, Slot::onTime),
                timedDelivered + overdue, count(all, s -> s.expected() && s.state().equals("returned")),
                count(all, s -> s.expected() && s.state().equals("delivered")),
                count(all, s -> s.expected() && s.state().equals("accepted")), count(all, s -> s.expected() && s.dueAt() == null),
                count(all, s -> s.asked.required && s.exempted), organizations(moment, seen, false),
                organizations(moment, seen, true));
    }

    private static long count(List<Slot> slots, Predicate<Slot> filter) {
        return slots.stream().filter(filter).count();
    }

    /// Those with anything expected, over all their documents; and those of them of
    /// whom all is delivered.
    private long organizations(Instant moment, Predicate<Place> seen, boolean complete) {
        Map<Place, Slot> slots = slots(moment);
        return parents.keySet().stream()
                .filter(code -> asked.stream().anyMatch(one -> seen.test(new Place(code, one.documentType)))).filter(code -> {
                    List<Slot> expected = asked.stream().map(one -> slots.get(new Place(code, one.documentType)))
                            .filter(slot -> slot != null && slot.expected()).toList();
                    return !expected.isEmpty() && (!complete || expected.stream().allMatch(Slot::delivered));
                }).count();
    }

    /// The places behind a number.
    Set<String> listed(Instant moment, Predicate<Place> seen, Predicate<Slot> filter) {
        TreeSet<String> listed = new TreeSet<>();
        slots(moment).forEach((place, slot) -> {
            if (seen.test(place) && filter.test(slot)) {
                listed.add(place.organization + " " + place.documentType);
            }
        });
        return listed;
    }
}
