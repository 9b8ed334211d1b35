package guidang.server.query;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.server.access.Caller;
import guidang.server.access.Grant;
import guidang.server.access.Role;
import guidang.server.access.Scope;
import guidang.server.index.Archive;
import guidang.server.index.Archive.Paper;
import guidang.server.index.Lane;
import guidang.server.journal.Committed;
import guidang.server.kernel.Code;
import guidang.server.kernel.Problem;
import guidang.server.organizations.Organizations;
import guidang.server.organizations.TestOrganizations;
import guidang.server.query.ItemAnswer.Found;
import guidang.server.query.ItemQuestion.Days;
import guidang.server.query.ItemQuestion.Sort;
import guidang.server.query.ItemQuestion.Window;
import guidang.server.query.TestRegister.Entry;
import guidang.server.rectification.ItemTurn;
import guidang.server.rectification.ItemType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.util.retry.Retry;

/// Rectification items are found as they are and were, within the scope alone.
class ItemIndexIT {
    private final StepClock clock = new StepClock("2026-04-01T02:00:00Z");
    private final Archive archive = new Archive(clock);
    private final TestOrganizations tree = new TestOrganizations(archive.journal(), archive.blobs);
    private final Organizations organizations = tree.organizations();
    private final TestRegister register = new TestRegister(archive.journal(), archive.blobs);
    private final List<QueryFixture> replicas = new ArrayList<>();

    @BeforeEach
    void grow() {
        tree.branches("ROOT", List.of("P", "Q"));
        tree.branches("P", List.of("A", "B"));
        tree.branches("Q", List.of("C"));
    }

    @AfterEach
    void end() {
        replicas.forEach(QueryFixture::close);
        archive.close();
    }

    private QueryFixture replica(String prefix) {
        QueryFixture replica = new QueryFixture(prefix, archive.journal(), archive.blobs,
                organizations);
        replicas.add(replica);
        return replica;
    }

    private Instant later(int days) {
        return clock.advance(Duration.ofDays(days));
    }

    private Scope below(String code) {
        return new Scope(Set.of(organizations.path(new Code(code)).orElseThrow()), Set.of());
    }

    /// A question, member by member.
    private record Asked(List<Word> words, @Nullable String below, boolean alone, @Nullable String campaign,
            @Nullable String state, List<String> types, List<String> aspects, @Nullable Window due, Days evidence, Sort sort,
            int size, @Nullable Continuation after, @Nullable Instant moment, @Nullable ItemTurn turn) {
        static final Asked ALL = new Asked(List.of(), null, false, null, null, List.of(), List.of(), null, new Days(null, null),
                Sort.NUMBER, 20, null, null, null);

        static Asked words(String... words) {
            return new Asked(List.of(words).stream().map(word -> new Word(word, false)).toList(), null, false, null, null,
                    List.of(), List.of(), null, new Days(null, null), Sort.BEST, 20, null, null, null);
        }

        Asked state(String word) {
            return new Asked(words, below, alone, campaign, word, types, aspects, due, evidence, sort, size, after, moment, turn);
        }

        Asked below(String path, boolean itself) {
            return new Asked(words, path, itself, campaign, state, types, aspects, due, evidence, sort, size, after, moment,
                    turn);
        }

        Asked due(Window window) {
            return new Asked(words, below, alone, campaign, state, types, aspects, window, evidence, sort, size, after, moment,
                    turn);
        }

        Asked evidence(String from, String to) {
            return new Asked(words, below, alone, campaign, state, types, aspects, due,
                    new Days(LocalDate.parse(from), LocalDate.parse(to)), sort, size, after, moment, turn);
        }

        Asked page(Sort by, int most, @Nullable Continuation from) {
            return new Asked(words, below, alone, campaign, state, types, aspects, due, evidence, by, most, from, moment, turn);
        }

        Asked at(Instant time) {
            return new Asked(words, below, alone, campaign, state, types, aspects, due, evidence, sort, size, after, time, turn);
        }

        Asked turn(ItemTurn whose) {
            return new Asked(words, below, alone, campaign, state, types, aspects, due, evidence, sort, size, after, moment,
                    whose);
        }
    }

    private ItemAnswer ask(QueryFixture index, Scope scope, Asked asked) {
        // What nobody projects would be waited for in vain.
        long position = index.beneath.projecting().isRunning() ? archive.journal().position() : 0;
        ItemQuestion question = new ItemQuestion(asked.words,
                new ItemFilter(asked.campaign, asked.below, asked.alone, TreeMeant.NOW),
                asked.state, asked.types, asked.aspects, asked.due, new Days(null, null), asked.evidence, false, false,
                asked.turn, asked.sort, asked.size, asked.after, OrganizationLevels.of(asked.below, scope), asked.moment,
                position);
        return Objects.requireNonNull(index.items.page(scope, question)
                .retryWhen(Retry.backoff(8, Duration.ofMillis(200)).filter(Problem.class::isInstance))
                .block(Duration.ofMinutes(3)));
    }

    private static List<String> items(ItemAnswer answer) {
        return answer.found().stream().map(Found::item).toList();
    }

    private static List<String> ids(Entry... entries) {
        return List.of(entries).stream().map(entry -> TestRegister.item(entry.key()).value()).toList();
    }

    @Test
    void facetsAreExactAndWhatLiesOutsideIsNeverCounted() {
        QueryFixture index = replica("items-facets-");
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        Entry overdue = Entry.of("a1", "A", "学习不深入").due(today.minusDays(1).toString());
        Entry soon = Entry.of("a2", "A", "会议走过场").due(today.plusDays(14).toString()).aspect("组织生活");
        Entry later = Entry.of("b1", "B", "台账不全").due(today.plusDays(15).toString());
        Entry ongoing = Entry.of("b2", "B", "作风").ongoing().aspect(null);
        Entry outside = Entry.of("c1", "C", "学习不深入").campaign("ZT2025");
        List.of(overdue, soon, later, ongoing, outside).forEach(register::open);
        Entry discarded = Entry.of("a3", "A", "登错了");
        register.open(discarded);
        register.discard(discarded);
        ItemAnswer all = ask(index, below("P"), Asked.ALL);
        assertThat(items(all)).containsExactlyElementsOf(ids(overdue, soon, later, ongoing));
        assertThat(all.total()).isEqualTo(4);
        ItemAnswer.Facets facets = all.facets();
        assertThat(facets.organizations()).containsExactly(new FacetCount("A", 2), new FacetCount("B", 2));
        assertThat(facets.campaigns()).containsExactly(new FacetCount("ZT2026", 4));
        assertThat(facets.states()).containsExactlyInAnyOrder(new FacetCount("open", 4), new FacetCount("void", 1));
        assertThat(facets.types()).containsExactlyInAnyOrder(new FacetCount("by-deadline", 3), new FacetCount("ongoing", 1));
        assertThat(facets.aspects()).containsExactlyInAnyOrder(new FacetCount("政治功能", 2), new FacetCount("组织生活", 1));
        assertThat(facets.due()).containsExactly(new FacetCount("overdue", 1), new FacetCount("soon", 1),
                new FacetCount("later", 1), new FacetCount("none", 1));
        ItemAnswer due = ask(index, below("P"), Asked.ALL.due(Window.SOON));
        assertThat(items(due)).containsExactlyElementsOf(ids(soon));
        assertThat(due.facets().due()).isEqualTo(facets.due());
        assertThat(due.facets().organizations()).containsExactly(new FacetCount("A", 1));
        assertThat(items(ask(index, below("P"), Asked.ALL.state("void")))).containsExactlyElementsOf(ids(discarded));
        assertThat(ask(index, below("P"), Asked.ALL.below("ROOT/Q/", false)).total()).isZero();
        assertThat(ask(index, below("ROOT"), Asked.ALL.below("ROOT/P/", true)).total()).isZero();
        assertThat(ask(index, new Scope(Set.of(), Set.of("ROOT/P/")), Asked.ALL).total()).isZero();
        assertThat(ask(index, Scope.NOTHING, Asked.ALL).facets().states()).isEmpty();
    }

    private ItemTurn turn(Role role, String... codes) {
        Set<Grant> grants = Stream.of(codes).map(code -> new Grant(role, new Code(code))).collect(Collectors.toSet());
        return ItemTurn.of(organizations, new Caller("someone", "", grants));
    }

    private List<String> turnOf(QueryFixture index, Role role, String... codes) {
        return items(ask(index, below("ROOT"), Asked.ALL.turn(turn(role, codes))));
    }

    @Test
    void whatWaitsForSomebodyIsFound() {
        QueryFixture index = replica("items-turn-");
        Entry open = Entry.of("m1", "A", "未动");
        Entry asked = Entry.of("m2", "A", "申请销号");
        Entry longer = Entry.of("m3", "B", "申请延期");
        Entry returned = Entry.of("m4", "B", "退回");
        Entry own = Entry.of("m5", "P", "党委自己的");
        Entry other = Entry.of("m6", "C", "别家的");
        Entry closed = Entry.of("m7", "B", "已销号");
        List.of(own, open, asked, longer, returned, closed, other).forEach(register::open);
        List.of(asked, own, other).forEach(register::request);
        register.extension(longer, LocalDate.parse("2026-08-31"));
        register.giveBack(returned, register.request(returned));
        register.close(closed, register.request(closed));
        assertThat(turnOf(index, Role.OFFICER, "P")).containsExactlyElementsOf(ids(asked, longer));
        assertThat(turnOf(index, Role.OFFICER, "P", "Q")).containsExactlyElementsOf(ids(asked, longer, other));
        assertThat(turnOf(index, Role.OFFICER, "ROOT")).containsExactlyElementsOf(ids(own, asked, longer, other));
        assertThat(turnOf(index, Role.OFFICER, "A")).isEmpty();
        assertThat(turnOf(index, Role.CLERK, "A")).containsExactlyElementsOf(ids(open));
        assertThat(turnOf(index, Role.CLERK, "B")).containsExactlyElementsOf(ids(longer, returned));
        assertThat(turnOf(index, Role.CLERK, "P")).isEmpty();
        assertThat(turnOf(index, Role.AUDITOR, "ROOT")).isEmpty();
        tree.merge("A", "B");
        assertThat(turnOf(index, Role.OFFICER, "B")).isEmpty();
        assertThat(turnOf(index, Role.OFFICER, "P")).containsExactlyInAnyOrderElementsOf(ids(asked, longer));
        assertThat(turnOf(index, Role.CLERK, "B")).containsExactlyInAnyOrderElementsOf(ids(open, longer, returned));
    }

    @Test
    void wordsProgressAndEvidenceAreFoundAndMarkedAndPersonsAreNot() {
        QueryFixture index = replica("items-words-");
        Entry first = Entry.of("w1", "A", "理论学习不够深入，存在走过场现象");
        Entry second = Entry.of("w2", "B", "联系群众不够");
        List.of(first, second).forEach(register::open);
        register.progress(first, "已开展集中研讨两次", "培训_签到表.jpg", "会议photo2.jpg");
        ItemAnswer found = ask(index, below("ROOT"), Asked.words("走过场"));
        assertThat(items(found)).containsExactlyElementsOf(ids(first));
        assertThat(Objects.requireNonNull(found.found().getFirst().marks()).problem())
                .containsExactly("理论学习不够深入，存在<em>走过场</em>现象");
        assertThat(found.found().getFirst().progress()).isEqualTo("已开展集中研讨两次");
        assertThat(items(ask(index, below("ROOT"), Asked.words("集中研讨")))).containsExactlyElementsOf(ids(first));
        for (String name : List.of("签到表", "photo2", "培训_签到表.jpg", "JPG")) {
            ItemAnswer evidence = ask(index, below("ROOT"), Asked.words(name));
            assertThat(items(evidence)).as(name).containsExactlyElementsOf(ids(first));
            assertThat(Objects.requireNonNull(evidence.found().getFirst().marks()).evidence()).as(name)
                    .anyMatch(marked -> marked.contains("<em>"));
        }
        assertThat(ask(index, below("ROOT"), Asked.words("专题学习")).total()).isEqualTo(2);
        assertThat(ask(index, below("ROOT"), Asked.words("专题学习", "联系群众")).total()).isEqualTo(1);
        assertThat(ask(index, below("Q"), Asked.words("走过场")).total()).isZero();
        assertThat(ask(index, below("ROOT"), Asked.words("王小明")).total()).isZero();
        assertThat(ask(index, below("ROOT"), Asked.words("宣传委员")).total()).isZero();
        assertThat(items(ask(index, below("ROOT"), Asked.ALL.evidence("2026-04-02", "2026-04-30"))))
                .containsExactlyElementsOf(ids(first));
        assertThat(ask(index, below("ROOT"), Asked.ALL.evidence("2026-04-03", "2026-04-30")).total()).isZero();
        later(1);
        register.edit(first, Entry.of("w1", "A", "理论学习不够系统"));
        assertThat(ask(index, below("ROOT"), Asked.words("走过场")).total()).isZero();
        assertThat(items(ask(index, below("ROOT"), Asked.words("集中研讨")))).containsExactlyElementsOf(ids(first));
    }

    @Test
    void anyMomentGivesWhatWasSoThen() {
        QueryFixture index = replica("items-then-");
        Entry entry = Entry.of("t1", "A", "学习不深入").due("2026-04-10");
        register.open(entry);
        Instant opened = clock.instant();
        later(12);
        Committed request = register.request(entry);
        Instant requested = clock.instant();
        later(1);
        register.giveBack(entry, request);
        Instant returned = clock.instant();
        later(1);
        register.close(entry, register.request(entry));
        later(1);
        Scope scope = below("ROOT");
        Found now = ask(index, scope, Asked.ALL).found().getFirst();
        assertThat(now.state()).isEqualTo("closed");
        assertThat(now.closedAt()).isNotNull();
        Found then = ask(index, scope, Asked.ALL.at(returned)).found().getFirst();
        assertThat(then.state()).isEqualTo("returned");
        assertThat(then.problem()).isEqualTo("学习不深入");
        assertThat(then.closedAt()).isNull();
        assertThat(ask(index, scope, Asked.ALL.at(requested)).found().getFirst().request())
                .isEqualTo(request.records().getFirst().operation().value());
        assertThat(ask(index, scope, Asked.ALL.at(opened)).facets().due()).contains(new FacetCount("soon", 1));
        assertThat(ask(index, scope, Asked.ALL.at(requested)).facets().due()).contains(new FacetCount("overdue", 1));
        assertThat(ask(index, scope, Asked.ALL).facets().due()).contains(new FacetCount("overdue", 0));
        assertThat(ask(index, scope, Asked.ALL.at(opened.minusSeconds(1))).total()).isZero();
    }

    @Test
    void pagesFollowOneAnotherWhileItemsChange() {
        QueryFixture index = replica("items-pages-");
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Entry entry = Entry.of("p" + i, "A", "问题" + i);
            entries.add(i % 3 == 0 ? entry.due(null) : entry.due("2026-05-" + (10 + i)));
        }
        entries.forEach(register::open);
        for (Sort sort : Sort.values()) {
            List<String> seen = new ArrayList<>();
            Asked page = Asked.ALL.page(sort, 5, null);
            ItemAnswer answer = ask(index, below("ROOT"), page);
            while (true) {
                seen.addAll(items(answer));
                assertThat(answer.total()).as("%s", sort).isEqualTo(12);
                Continuation next = answer.next();
                if (next == null) {
                    break;
                }
                if (seen.size() == 10) {
                    register.progress(entries.get(3), "又做了一些");
                }
                answer = ask(index, below("ROOT"), page.page(sort, 5, next));
            }
            assertThat(seen).as("%s", sort).hasSize(12).doesNotHaveDuplicates();
        }
        ItemQuestion all = new ItemQuestion(List.of(), new ItemFilter(null, null, false, TreeMeant.NOW), null, List.of(),
                List.of(), null, new Days(null, null), new Days(null, null), false, false, null, Sort.NUMBER, 5, null,
                new OrganizationLevels(List.of(), List.of()), null, 0);
        AsOf asOf = Objects.requireNonNull(index.items.asOf(all).block());
        assertThat(index.items.all(below("ROOT"), all, asOf).map(Found::number).collectList().block())
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
    }

    @Test
    void wordsOfASpiltReportAreNotFoundUntilItIsReleased() {
        QueryFixture index = replica("items-spill-");
        Paper paper = Paper.of("A", "报告", "党性 正文");
        archive.file("spilt", paper);
        Entry from = Entry.of("s1", "A", "学习不深入").from("spilt");
        Entry own = Entry.of("s2", "A", "学习不深入");
        register.open(from);
        register.open(own);
        register.progress(from, "已开展研讨");
        assertThat(ask(index, below("ROOT"), Asked.words("学习不深入")).total()).isEqualTo(2);
        archive.seal("spilt", paper);
        assertThat(items(ask(index, below("ROOT"), Asked.words("学习不深入")))).containsExactlyElementsOf(ids(own));
        register.progress(from, "又开展研讨");
        assertThat(ask(index, below("ROOT"), Asked.words("研讨")).total()).isZero();
        ItemAnswer sealed = ask(index, below("ROOT"), Asked.ALL);
        assertThat(sealed.found()).extracting(Found::problem).containsExactly(null, "学习不深入");
        assertThat(sealed.facets().aspects()).containsExactly(new FacetCount("政治功能", 1));
        archive.release("spilt", paper);
        assertThat(ask(index, below("ROOT"), Asked.words("学习不深入")).total()).isEqualTo(2);
        assertThat(ask(index, below("ROOT"), Asked.words("又开展研讨")).total()).isEqualTo(1);
        archive.seal("spilt", paper);
        archive.destroy("spilt", paper);
        assertThat(items(ask(index, below("ROOT"), Asked.words("学习不深入")))).containsExactlyElementsOf(ids(own));
        index.beneath.rebuilt(Lane.RECTIFICATIONS);
        assertThat(items(ask(index, below("ROOT"), Asked.words("学习不深入")))).containsExactlyElementsOf(ids(own));
        assertThat(ask(index, below("ROOT"), Asked.ALL).total()).isEqualTo(2);
    }

    @Test
    void itemsFollowTheirOrganisationAndARebuildComesToTheSame() {
        QueryFixture index = replica("items-move-");
        Entry entry = Entry.of("m1", "A", "学习不深入");
        register.open(entry);
        register.progress(entry, "已开展研讨");
        register.open(Entry.of("m2", "B", "台账不全"));
        assertThat(ask(index, below("P"), Asked.ALL).total()).isEqualTo(2);
        Instant before = clock.instant();
        later(1);
        index.beneath.projecting().stop();
        tree.move("A", "Q");
        assertThat(ask(index, below("P"), Asked.ALL).total()).isEqualTo(1);
        assertThat(ask(index, below("Q"), Asked.ALL).facets().organizations()).containsExactly(new FacetCount("A", 1));
        index.beneath.projecting().start();
        index.beneath.settled(Lane.RECTIFICATIONS);
        assertThat(ask(index, below("P"), Asked.ALL).total()).isEqualTo(1);
        assertThat(ask(index, below("Q"), Asked.ALL).total()).isEqualTo(1);
        assertThat(ask(index, below("Q"), Asked.ALL.at(before)).found()).extracting(Found::path).containsExactly("ROOT/Q/A/");
        tree.merge("B", "A");
        register.reclassify(entry, ItemType.ONGOING, null);
        index.beneath.settled(Lane.RECTIFICATIONS);
        ItemAnswer now = ask(index, below("Q"), Asked.ALL);
        assertThat(now.total()).isEqualTo(2);
        index.beneath.rebuilt(Lane.RECTIFICATIONS);
        ItemAnswer again = ask(index, below("Q"), Asked.ALL);
        assertThat(again.found()).isEqualTo(now.found());
        assertThat(again.facets()).isEqualTo(now.facets());
    }
}
