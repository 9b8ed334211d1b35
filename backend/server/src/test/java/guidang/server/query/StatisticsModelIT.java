package guidang.server.query;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.server.access.Scope;
import guidang.server.campaigns.DueRule;
import guidang.server.campaigns.RequiredDocument;
import guidang.server.campaigns.RunningCampaigns;
import guidang.server.index.Archive;
import guidang.server.index.Archive.Paper;
import guidang.server.index.Comparison;
import guidang.server.index.IndexFixture;
import guidang.server.index.Lane;
import guidang.server.journal.Committed;
import guidang.server.kernel.Code;
import guidang.server.kernel.Period;
import guidang.server.organizations.TestOrganizations;
import guidang.server.query.FiguresAnswer.Figures;
import guidang.server.query.NaiveModel.Asked;
import guidang.server.query.NaiveModel.Event;
import guidang.server.query.NaiveModel.Place;
import guidang.server.query.NaiveModel.Slot;
import guidang.server.query.NaiveModel.What;
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
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/// Random histories of organisations, a campaign and its reports against a
/// naive model: every figure and every list equal, for every moment, by the tree
/// of now and of then, within every scope; the same after a rebuild, and in any
/// order of projection.
class StatisticsModelIT {
    private static final int HISTORIES = 5;
    private static final int EVENTS = 90;
    private static final int MOMENTS = 16;
    private static final Code CAMPAIGN = new Code("ZT2026");

    @Test
    void everyStatisticIsWhatTheModelSaysForEveryMoment() {
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
        private final Map<String, String> parents = new HashMap<>();
        private final List<RequiredDocument> documents = new ArrayList<>();
        private final List<Instant> commits = new ArrayList<>();
        /// Every other history knows no moves: only those are replayed piecemeal.
        private final boolean moving;
        private int filed;
        private long position;

        History(int seed) {
            this.seed = seed;
            this.moving = seed % 2 == 1;
            this.random = new Random(seed);
            for (int i = 0; i < 14; i++) {
                String code = "O" + i;
                parents.put(code, one(codes));
                codes.add(code);
            }
            documents.add(new RequiredDocument(new Code("D0"), new Period("2026"), new DueRule.AfterMeeting(15, false), true));
            for (int i = 1; i < 2 + random.nextInt(3); i++) {
                documents.add(new RequiredDocument(new Code("D" + i), new Period("2026"),
                        new DueRule.On(LocalDate.of(2026, 1 + random.nextInt(6), 1 + random.nextInt(28))),
                        random.nextInt(4) > 0));
            }
        }

        private static Asked asked(RequiredDocument document) {
            return switch (document.due()) {
                case DueRule.On(LocalDate day) -> new Asked(document.type().value(), day, 0, document.required());
                case DueRule.AfterMeeting(int days, boolean _) ->
                    new Asked(document.type().value(), null, days, document.required());
            };
        }

        void run() {
            try (Archive archive = new Archive(clock)) {
                TestOrganizations tree = new TestOrganizations(archive.journal(), archive.blobs);
                RunningCampaigns campaigns = new RunningCampaigns(archive.journal(), archive.blobs);
                codes.stream().skip(1).forEach(code -> tree.branches(Objects.requireNonNull(parents.get(code)), List.of(code)));
                NaiveModel model = new NaiveModel(allParents(), documents.stream().map(History::asked).toList());
                String prefix = "model-" + seed + "-";
                try (QueryFixture index = new QueryFixture(prefix, archive.journal(), archive.blobs,
                        tree.organizations(), campaigns)) {
                    List<String> rostered = codes.subList(0, 12);
                    commits.add(at(campaigns.open(CAMPAIGN, documents,
                            rostered.stream().map(code -> model.path(code, Instant.MAX)).toList(), 10)));
                    rostered.forEach(code -> model.rostered(code, commits.getFirst()));
                    for (int i = 0; i < EVENTS; i++) {
                        clock.advance(Duration.ofMinutes(1 + random.nextInt(60 * 24 * 4)));
                        happen(archive, tree, campaigns, model);
                    }
                    settle(index);
                    check(index, model);
                    rebuild(index);
                    check(index, model);
                    if (!moving) {
                        replayInAnyOrder(index);
                    }
                }
            }
        }

        /// The root is nobody's child.
        private Map<String, String> allParents() {
            Map<String, String> all = new HashMap<>(parents);
            all.put("ROOT", "");
            return all;
        }

        private Instant at(Committed committed) {
            position = committed.position();
            return committed.records().getLast().committedAt().truncatedTo(ChronoUnit.MILLIS);
        }

        private void happen(Archive archive, TestOrganizations tree, RunningCampaigns campaigns, NaiveModel model) {
            String code = one(codes);
            switch (random.nextInt(12)) {
                case 0 -> {
                    LocalDate day = LocalDate.of(2026, 1 + random.nextInt(6), 1 + random.nextInt(28));
                    model.held(noted(at(campaigns.held(CAMPAIGN, new Code(code), day))), code, day);
                }
                case 1 -> {
                    String added = one(codes.subList(12, 15));
                    Instant at = noted(at(campaigns.add(CAMPAIGN, List.of(model.path(added, Instant.MAX)))));
                    model.rostered(added, at);
                }
                case 2 -> move(tree, model, code);
                default -> report(archive, model, code);
            }
        }

        private Instant noted(Instant at) {
            commits.add(at);
            return at;
        }

        private void move(TestOrganizations tree, NaiveModel model, String code) {
            String parent = one(codes);
            String now = model.path(code, Instant.MAX);
            if (moving && !code.equals("ROOT") && !model.path(parent, Instant.MAX).startsWith(now)
                    && !now.endsWith(parent + "/" + code + "/")) {
                model.move(noted(at(tree.move(code, parent))), code, parent);
            }
        }

        private void report(Archive archive, NaiveModel model, String code) {
            RequiredDocument document = one(documents);
            Place place = new Place(code, document.type().value());
            Instant received = clock.instant();
            Paper paper = Paper.of(code, "报告", "正文").document(document.type().value()).received(received.toString());
            String current = model.current(place);
            What what = current == null || random.nextInt(4) == 0
                    ? (random.nextInt(5) < 4 ? What.FILE : What.EXEMPT)
                    : one(List.of(What.values()).subList(1, What.values().length));
            String version = what == What.FILE ? "s" + seed + "v" + filed++ : current == null ? "none" : current;
            LocalDate due = LocalDate.of(2026, 1 + random.nextInt(7), 1 + random.nextInt(28));
            boolean past = random.nextInt(5) == 0;
            Committed committed = switch (what) {
                case FILE -> archive.file(version, past ? paper.past() : paper);
                case WITHDRAW -> archive.withdraw(version, paper);
                case RETURN -> archive.giveBack(version, paper);
                case ACCEPT -> archive.accept(version, paper);
                case REOPEN -> archive.reopen(version, paper);
                case SEAL -> archive.seal(version, paper);
                case RELEASE -> archive.release(version, paper);
                case EXEMPT -> archive.exempt(version, paper);
                case INCLUDE -> archive.include(version, paper);
                case EXTEND -> archive.extend(version, paper, due);
            };
            model.add(new Event(noted(at(committed)), place, what, version, received, due, past));
            // A seal is looked at again, sooner or later.
            if (what == What.SEAL && random.nextBoolean()) {
                clock.advance(Duration.ofMinutes(random.nextInt(600)));
                Instant again = noted(at(archive.release(version, paper)));
                model.add(new Event(again, place, What.RELEASE, version, received, due, false));
            }
        }

        private <T> T one(List<T> all) {
            return all.get(random.nextInt(all.size()));
        }

        /// Until what moved lies where it belongs.
        private void settle(QueryFixture index) {
            var _ = index.figures.asOf(null, position).block();
            index.beneath.settled(Lane.OBLIGATIONS);
        }

        private void check(QueryFixture index, NaiveModel model) {
            List<Instant> moments = new ArrayList<>(List.of(commits.getFirst().minusMillis(1), commits.getFirst(),
                    commits.getLast(), Instant.parse("2026-11-01T00:00:00Z")));
            model.slots(Instant.MAX).values().stream().map(Slot::dueAt).filter(Objects::nonNull).distinct().limit(3)
                    .forEach(due -> Collections.addAll(moments, due.minusMillis(1), due));
            while (moments.size() < MOMENTS) {
                Instant commit = one(commits);
                Collections.addAll(moments, commit, commit.minusMillis(1));
            }
            moments.forEach(moment -> check(index, model, moment));
        }

        private void check(QueryFixture index, NaiveModel model, Instant moment) {
            Set<String> subtrees = random.nextInt(4) == 0 ? Set.of() : Set.of(model.path(one(codes), Instant.MAX));
            Set<String> exactly = random.nextBoolean() ? Set.of() : Set.of(model.path(one(codes), Instant.MAX));
            Scope scope = random.nextInt(3) == 0 ? IndexFixture.EVERYTHING : new Scope(subtrees, exactly);
            TreeMeant tree = random.nextBoolean() ? TreeMeant.NOW : TreeMeant.THEN;
            Instant lying = tree == TreeMeant.NOW ? Instant.MAX : moment;
            String parent = model.path(one(codes.subList(0, 4)), lying);
            String what = "seed " + seed + " at " + moment + " in " + scope + " below " + parent + " by " + tree;
            AsOf asOf = Objects.requireNonNull(index.figures.asOf(moment, position).block());
            assertThat(asOf.time()).isEqualTo(moment);
            ObligationFilter filter = new ObligationFilter(CAMPAIGN.value(), parent, false, null, null, null, null, null, tree);
            FiguresAnswer answer = Objects.requireNonNull(
                    index.figures.figures(scope, filter, new OrganizationLevels(List.of(parent), List.of()), asOf).block());
            // Whose obligations are seen follows the tree of now alone.
            Predicate<Place> mine = place -> scope.includes(model.path(place.organization(), Instant.MAX));
            Predicate<Place> seen = place -> model.path(place.organization(), lying).startsWith(parent) && mine.test(place);
            assertThat(answer.total()).as(what).isEqualTo(model.figures(moment, seen));
            assertThat(answer.own()).as(what).isEqualTo(model.figures(moment,
                    place -> model.path(place.organization(), lying).equals(parent) && mine.test(place)));
            codes.stream().map(code -> model.path(code, lying)).filter(path -> path.matches(parent + "[^/]+/"))
                    .forEach(child -> assertThat(answer.rows().getOrDefault(child, Figures.NONE)).as(what + ", row " + child)
                            .isEqualTo(model.figures(moment,
                                    place -> model.path(place.organization(), lying).startsWith(child) && mine.test(place))));
            bounded(answer.total(), what);
            answer.rows().values().forEach(row -> bounded(row, what));
            byDocument(index, model, asOf, scope, filter, seen, what);
            lists(index, model, asOf, scope, filter, seen, what);
        }

        /// No rate leaves 0–100 %.
        private static void bounded(Figures f, String what) {
            assertThat(f.delivered()).as(what).isBetween(0L, f.expected());
            assertThat(f.onTime()).as(what).isBetween(0L, f.timed());
            assertThat(f.complete()).as(what).isBetween(0L, f.organizations());
        }

        private void byDocument(QueryFixture index, NaiveModel model, AsOf asOf, Scope scope, ObligationFilter filter,
                Predicate<Place> seen, String what) {
            FiguresAnswer answer = Objects
                    .requireNonNull(index.figures.figures(scope, filter, By.DOCUMENT_TYPE, asOf).block());
            for (RequiredDocument document : documents) {
                Figures expected = model.figures(asOf.time(),
                        place -> seen.test(place) && place.documentType().equals(document.type().value()));
                Figures found = answer.rows().getOrDefault(document.type().value(), Figures.NONE);
                // Organisations are not told apart by documents.
                assertThat(withoutUnits(found)).as(what + " by " + document.type()).isEqualTo(withoutUnits(expected));
            }
        }

        private static Figures withoutUnits(Figures f) {
            return new Figures(f.expected(), f.delivered(), f.overdue(), f.onTime(), f.timed(), f.returned(), f.waiting(),
                    f.accepted(), f.dateMissing(), f.exempted(), 0, 0);
        }

        private void lists(QueryFixture index, NaiveModel model, AsOf asOf, Scope scope, ObligationFilter filter,
                Predicate<Place> seen, String what) {
            Map<Show, Predicate<Slot>> shows = Map.of(Show.EXPECTED, Slot::expected, Show.DELIVERED, Slot::delivered,
                    Show.MISSING,
                    s -> s.expected() && !s.delivered(), Show.OVERDUE, s -> s.overdue(asOf.time()), Show.ON_TIME, Slot::onTime,
                    Show.LATE, s -> s.timed() && s.delivered() && !s.onTime(), Show.RETURNED,
                    s -> s.expected() && s.state().equals("returned"), Show.DATE_MISSING,
                    s -> s.expected() && s.dueAt() == null);
            Show show = one(List.copyOf(new TreeSet<>(shows.keySet())));
            Set<String> expected = model.listed(asOf.time(), seen, Objects.requireNonNull(shows.get(show)));
            List<String> listed = new ArrayList<>();
            ObligationIndex.Question question = new ObligationIndex.Question(filter, show, null,
                    one(List.of(ObligationIndex.Sort.values())));
            List<Object> after = List.of();
            do {
                ObligationIndex.Page page = Objects
                        .requireNonNull(index.obligations.page(scope, question, asOf, after, 7).block());
                assertThat(page.total()).as(what + " " + show).isEqualTo(expected.size());
                page.items().forEach(item -> listed.add(item.organization() + " " + item.documentType()));
                after = page.next();
            } while (!after.isEmpty());
            assertThat(listed).as(what + " " + show).doesNotHaveDuplicates().hasSameElementsAs(expected);
        }

        private static void rebuild(QueryFixture index) {
            Comparison comparison = index.beneath.rebuilt(Lane.OBLIGATIONS);
            assertThat(comparison.same()).as("%s", comparison).isTrue();
        }

        /// What is left is what the journal says.
        private void replayInAnyOrder(QueryFixture index) {
            Comparison comparison = index.beneath.replayed(Lane.OBLIGATIONS, 5, random);
            assertThat(comparison.differing()).as("seed %d", seed).isEmpty();
            assertThat(comparison.same()).as("seed %d", seed).isTrue();
        }
    }
}
