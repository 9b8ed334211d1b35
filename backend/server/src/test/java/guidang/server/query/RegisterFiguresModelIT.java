package guidang.server.query;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.server.access.Scope;
import guidang.server.index.Archive;
import guidang.server.index.Comparison;
import guidang.server.index.IndexFixture;
import guidang.server.index.Lane;
import guidang.server.journal.Committed;
import guidang.server.organizations.TestOrganizations;
import guidang.server.query.ItemAnswer.Found;
import guidang.server.query.ItemQuestion.Days;
import guidang.server.query.ItemQuestion.Window;
import guidang.server.query.ItemsAnswer.ItemFigures;
import guidang.server.query.RecurringIndex.Cell;
import guidang.server.query.RegisterModel.Event;
import guidang.server.query.RegisterModel.Kept;
import guidang.server.query.RegisterModel.State;
import guidang.server.query.RegisterModel.What;
import guidang.server.query.TestRegister.Entry;
import guidang.server.rectification.ItemType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Random histories of organisations and their rectification items against a
/// straight fold: every figure, every median, every list behind a number equal,
/// for every moment, by the tree of now and of then, within every scope; the
/// same after a rebuild.
class RegisterFiguresModelIT {
    private static final int HISTORIES = 4;
    private static final int EVENTS = 150;
    private static final int MOMENTS = 14;
    private static final List<String> CAMPAIGNS = List.of("ZT2025", "ZT2026");
    private static final List<String> ASPECTS = List.of("政治功能", "组织生活", "带头干事创业");

    @Test
    void everyFigureIsWhatTheFoldSaysForEveryMoment() {
        for (int seed = 0; seed < HISTORIES; seed++) {
            new History(seed).run();
        }
    }

    /// One random history.
    private static final class History {
        private final int seed;
        private final Random random;
        private final StepClock clock = new StepClock("2026-01-05T02:00:00.123456789Z");
        private final List<String> codes = new ArrayList<>(List.of("ROOT"));
        private final Map<String, String> parents = new HashMap<>(Map.of("ROOT", ""));
        private final List<Instant> commits = new ArrayList<>();
        private final Map<String, Entry> entries = new TreeMap<>();
        private final Map<String, Committed> requests = new HashMap<>();
        private final RegisterModel model = new RegisterModel();
        private long position;

        History(int seed) {
            this.seed = seed;
            this.random = new Random(seed);
            for (int i = 0; i < 10; i++) {
                String code = "O" + i;
                parents.put(code, one(codes));
                codes.add(code);
            }
        }

        void run() {
            try (Archive archive = new Archive(clock)) {
                TestOrganizations tree = new TestOrganizations(archive.journal(), archive.blobs);
                codes.stream().skip(1).forEach(code -> tree.branches(Objects.requireNonNull(parents.get(code)), List.of(code)));
                NaiveModel places = new NaiveModel(parents, List.of());
                TestRegister register = new TestRegister(archive.journal(), archive.blobs);
                try (QueryFixture index = new QueryFixture("register-" + seed + "-", archive.journal(), archive.blobs,
                        tree.organizations())) {
                    for (int i = 0; i < EVENTS; i++) {
                        clock.advance(Duration.ofMinutes(1 + random.nextInt(60 * 24 * 3)));
                        happen(tree, register, places);
                    }
                    settle(index);
                    check(index, places);
                    rebuild(index);
                    check(index, places);
                }
            }
        }

        private void happen(TestOrganizations tree, TestRegister register, NaiveModel places) {
            int chance = random.nextInt(12);
            if (chance == 0 && seed % 2 == 1) {
                move(tree, places, one(codes), one(codes));
            } else if (chance < 4 || entries.isEmpty()) {
                open(register);
            } else {
                act(register, one(List.copyOf(entries.values())));
            }
        }

        private void move(TestOrganizations tree, NaiveModel places, String code, String parent) {
            String now = places.path(code, Instant.MAX);
            if (!code.equals("ROOT") && !places.path(parent, Instant.MAX).startsWith(now)
                    && !now.endsWith(parent + "/" + code + "/")) {
                places.move(at(tree.move(code, parent)), code, parent);
            }
        }

        private void open(TestRegister register) {
            String key = "s" + seed + "i" + entries.size();
            Entry plain = Entry.of(key, one(codes), "问题" + key).campaign(one(CAMPAIGNS));
            Entry typed = random.nextInt(4) == 0 ? plain.ongoing() : plain;
            LocalDate due = due(typed.type());
            Entry entry = typed.due(due == null ? null : due.toString())
                    .aspect(random.nextInt(5) == 0 ? null : one(ASPECTS));
            entries.put(key, entry);
            model.open(TestRegister.item(key).value(), entry.organization(), entry.campaign(), entry.aspect(),
                    new Event(at(register.open(entry)), What.OPEN, entry.type(), entry.due()));
        }

        /// Ongoing items have none, as a rule.
        private @Nullable LocalDate due(ItemType type) {
            int odds = type == ItemType.ONGOING ? 3 : 10;
            return random.nextInt(odds) == 0 == (type == ItemType.ONGOING)
                    ? RegisterModel.day(clock.instant()).plusDays(random.nextInt(90))
                    : null;
        }

        private void act(TestRegister register, Entry entry) {
            String id = TestRegister.item(entry.key()).value();
            List<What> legal = model.legal(id);
            if (legal.isEmpty()) {
                return;
            }
            What what = one(legal);
            ItemType type = one(List.of(ItemType.values()));
            LocalDate due = due(type);
            Committed committed = switch (what) {
                case PROGRESS -> register.progress(entry, "做了一些");
                case REQUEST -> register.request(entry);
                case RETURN -> register.giveBack(entry, Objects.requireNonNull(requests.get(id)));
                case CLOSE -> register.close(entry, Objects.requireNonNull(requests.get(id)));
                case REOPEN -> register.reopen(entry);
                case DISCARD -> register.discard(entry);
                case RECLASSIFY -> register.reclassify(entry, type, due);
                case ASK_FOR_MORE -> register.extension(entry, LocalDate.parse("2027-01-01"));
                case OPEN -> throw new IllegalStateException("twice");
            };
            if (what == What.REQUEST) {
                requests.put(id, committed);
            }
            model.add(id, new Event(at(committed), what, what == What.RECLASSIFY ? type : null,
                    what == What.REOPEN ? entry.due() : what == What.RECLASSIFY ? due : null));
        }

        private Instant at(Committed committed) {
            position = committed.position();
            Instant at = committed.records().getLast().committedAt().truncatedTo(ChronoUnit.MILLIS);
            commits.add(at);
            return at;
        }

        private <T> T one(List<T> all) {
            return all.get(random.nextInt(all.size()));
        }

        /// Until what moved lies where it belongs.
        private void settle(QueryFixture index) {
            var _ = index.itemFigures.asOf(null, position).block();
            index.beneath.settled(Lane.RECTIFICATIONS);
        }

        private static void rebuild(QueryFixture index) {
            Comparison comparison = index.beneath.rebuilt(Lane.RECTIFICATIONS);
            assertThat(comparison.same()).as("%s", comparison).isTrue();
        }

        private void check(QueryFixture index, NaiveModel places) {
            List<Instant> moments = new ArrayList<>(
                    List.of(commits.getFirst().minusMillis(1), commits.getLast(), Instant.parse("2026-11-01T00:00:00Z")));
            while (moments.size() < MOMENTS) {
                Instant commit = one(commits);
                Collections.addAll(moments, commit, commit.minusMillis(1));
            }
            moments.forEach(moment -> check(index, places, moment));
        }

        /// What is asked, and who asks.
        private record Asked(Scope scope, ItemFilter filter, AsOf asOf, Predicate<Kept> seen, String what) {}

        private void check(QueryFixture index, NaiveModel places, Instant moment) {
            Set<String> subtrees = random.nextInt(4) == 0 ? Set.of() : Set.of(places.path(one(codes), Instant.MAX));
            Set<String> exactly = random.nextBoolean() ? Set.of() : Set.of(places.path(one(codes), Instant.MAX));
            Scope scope = random.nextInt(3) == 0 ? IndexFixture.EVERYTHING : new Scope(subtrees, exactly);
            TreeMeant tree = random.nextBoolean() ? TreeMeant.NOW : TreeMeant.THEN;
            Instant lying = tree == TreeMeant.NOW ? Instant.MAX : moment;
            String parent = places.path(one(codes.subList(0, 4)), lying);
            String campaign = random.nextBoolean() ? null : one(CAMPAIGNS);
            // Whose items are seen follows the tree of now alone.
            Predicate<Kept> mine = item -> scope.includes(places.path(item.organization(), Instant.MAX))
                    && (campaign == null || campaign.equals(item.campaign()));
            Predicate<Kept> seen = item -> mine.test(item) && places.path(item.organization(), lying).startsWith(parent);
            String what = "seed " + seed + " at " + moment + " in " + scope + " below " + parent + " by " + tree + " of "
                    + campaign;
            AsOf asOf = Objects.requireNonNull(index.itemFigures.asOf(moment, position).block());
            assertThat(asOf.time()).isEqualTo(moment);
            Asked asked = new Asked(scope, new ItemFilter(campaign, parent, false, tree), asOf, seen, what);
            OrganizationLevels levels = new OrganizationLevels(List.of(parent), List.of());
            ItemsAnswer answer = Objects.requireNonNull(index.itemFigures.figures(scope, asked.filter, levels, asOf).block());
            assertThat(answer.total()).as(what).isEqualTo(model.figures(moment, seen));
            assertThat(answer.own()).as(what).isEqualTo(
                    model.figures(moment, item -> mine.test(item) && places.path(item.organization(), lying).equals(parent)));
            codes.stream().map(code -> places.path(code, lying)).filter(path -> path.matches(parent + "[^/]+/"))
                    .forEach(child -> assertThat(answer.rows().getOrDefault(child, ItemFigures.NONE)).as(what + ", row " + child)
                            .isEqualTo(model.figures(moment,
                                    item -> mine.test(item) && places.path(item.organization(), lying).startsWith(child))));
            assertThat(answer.total().closed()).isBetween(0L, answer.total().timed());
            aspects(index, asked, levels);
            recurring(index, asked);
            list(index, asked);
        }

        private void aspects(QueryFixture index, Asked asked, OrganizationLevels levels) {
            var answer = Objects.requireNonNull(
                    index.itemAspects.aspects(asked.scope, asked.filter, levels, asked.asOf).block());
            for (String aspect : ASPECTS) {
                ItemFigures expected = model.figures(asked.asOf.time(),
                        item -> asked.seen.test(item) && aspect.equals(item.aspect()));
                assertThat(answer.total().getOrDefault(aspect, ItemFigures.NONE)).as(asked.what + " " + aspect)
                        .isEqualTo(expected.median(null));
                long rows = answer.rows().values().stream().mapToLong(row -> row.getOrDefault(aspect, ItemFigures.NONE).items())
                        .sum();
                assertThat(rows).as(asked.what + " " + aspect).isEqualTo(expected.items());
            }
        }

        private void recurring(QueryFixture index, Asked asked) {
            Map<String, Long> found = new TreeMap<>();
            List<Object> after = List.of();
            List<Cell> page;
            do {
                page = Objects
                        .requireNonNull(index.recurring.page(asked.scope, asked.filter, asked.asOf, after, 3).block());
                page.forEach(c -> found.put(c.organization() + " " + c.aspect() + " " + c.campaign(), c.items()));
                after = page.isEmpty() ? List.of() : page.getLast().key();
            } while (!page.isEmpty());
            assertThat(found).as(asked.what).isEqualTo(model.cells(asked.asOf.time(), asked.seen));
        }

        /// The question to the register that lists what a number counts.
        private record Listed(@Nullable String state, List<String> types, @Nullable Window due, boolean extension,
                boolean returned, Predicate<State> of) {}

        private static Listed listed(ItemShow show, LocalDate today) {
            List<String> timed = List.of("immediate", "by-deadline");
            List<String> ongoing = List.of("ongoing");
            return switch (show) {
                case ITEMS -> new Listed(null, List.of(), null, false, false, _ -> true);
                case ONGOING -> new Listed(null, ongoing, null, false, false, State::ongoing);
                case ONGOING_CLOSED -> new Listed("closed", ongoing, null, false, false, s -> s.ongoing() && s.is("closed"));
                case TIMED -> new Listed(null, timed, null, false, false, s -> !s.ongoing());
                case CLOSED -> new Listed("closed", timed, null, false, false, s -> !s.ongoing() && s.is("closed"));
                case OVERDUE -> new Listed(null, List.of(), Window.OVERDUE, false, false, s -> s.overdue(today));
                case DUE_SOON -> new Listed(null, List.of(), Window.SOON, false, false, s -> s.soon(today));
                case WAITING ->
                    new Listed("close-out-requested", List.of(), null, false, false, s -> s.is("close-out-requested"));
                case EXTENSIONS -> new Listed(null, List.of(), null, true, false, s -> s.unsettled() && s.more());
                case RETURNED -> new Listed(null, List.of(), null, false, true, s -> s.returns() > 0);
            };
        }

        private void list(QueryFixture index, Asked asked) {
            ItemShow show = one(List.of(ItemShow.values()));
            Listed listed = listed(show, RegisterModel.day(asked.asOf.time()));
            Set<String> expected = model.listed(asked.asOf.time(), asked.seen, listed.of);
            ItemQuestion question = new ItemQuestion(List.of(), asked.filter, listed.state, listed.types, List.of(), listed.due,
                    new Days(null, null), new Days(null, null), listed.extension, listed.returned, null,
                    one(List.of(ItemQuestion.Sort.DUE, ItemQuestion.Sort.OPENED, ItemQuestion.Sort.NUMBER)), 100, null,
                    new OrganizationLevels(List.of(), List.of()), asked.asOf.time(), position);
            ItemAnswer answer = Objects.requireNonNull(index.items.page(asked.scope, question).block());
            assertThat(answer.total()).as(asked.what + " " + show).isEqualTo(expected.size());
            Set<String> found = answer.found().stream().map(Found::item).collect(Collectors.toCollection(TreeSet::new));
            assertThat(found).as(asked.what + " " + show).isEqualTo(expected);
        }
    }
}
