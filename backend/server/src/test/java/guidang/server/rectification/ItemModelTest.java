package guidang.server.rectification;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.server.access.Caller;
import guidang.server.access.Role;
import guidang.server.filing.Reason;
import guidang.server.journal.Committed;
import guidang.server.journal.JournalRecord;
import guidang.server.kernel.OperationId;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import guidang.server.rectification.ItemActs.Ask;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/// Two clerks and two officers act at once on one item, through two replicas
/// over one store, on what they saw last; answers get lost and are asked for
/// again. No transition is illegal, what was acknowledged is there once, and who
/// is refused learns how it really stood. `-Dguidang.items.seeds=20000` for more
/// sequences, `-Dguidang.items.first=N` for one that failed.
class ItemModelTest {
    private static final long SEEDS = Long.getLong("guidang.items.seeds", 400);
    private static final long FIRST = Long.getLong("guidang.items.first", 1);
    private static final int ROUNDS = 5;
    private static final int AT_ONCE = 50;
    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
    private static final OperationId NONE = OperationId.of("test", "none", "0");
    private static final List<Caller> PEOPLE = List.of(ItemWorld.caller("zhang", Role.CLERK, ItemWorld.BRANCH),
            ItemWorld.caller("zhao", Role.CLERK, ItemWorld.BRANCH), ItemWorld.caller("wang", Role.OFFICER, ItemWorld.COMMITTEE),
            ItemWorld.caller("lin", Role.OFFICER, ItemWorld.ROOT));
    private static final Retry BUSY = Retry.fixedDelay(2000, Duration.ofMillis(10))
            .filter(error -> error instanceof Problem problem && problem.type() == ProblemType.BUSY);
    private static final Set<ProblemType> CONFLICTS = Set.of(ProblemType.ITEM_STATE, ProblemType.ITEM_CHANGED);

    private final ItemWorld world = new ItemWorld();

    @AfterEach
    void end() {
        world.close();
    }

    @ParameterizedTest
    @EnumSource
    void theTableIsTheOneOfTheDomain(ItemAct act) {
        for (ItemState state : ItemState.values()) {
            assertThat(act.after(state).map(ItemState::word)).as("%s of %s", act, state)
                    .isEqualTo(ItemModel.after(act.record(), state.word()));
        }
    }

    @Test
    void whoeverActsAtOnceNothingIsLostAndNothingIsIllegal() {
        List<Sequence> all = LongStream.range(FIRST, FIRST + SEEDS).mapToObj(Sequence::new).toList();
        for (int round = 0; round < ROUNDS; round++) {
            Flux.fromIterable(all).flatMap(Sequence::round, AT_ONCE).blockLast();
        }
        all.forEach(Sequence::check);
        System.out.println("items: " + SEEDS + " sequences, " + all.stream().mapToInt(Sequence::length).sum() + " records, "
                + all.stream().mapToInt(Sequence::conflicts).sum() + " conflicts");
    }

    /// What was asked, and what was answered each time.
    private static final class Try {
        private final ItemAct act;
        private final Caller who;
        private final Function<ItemWorld.Replica, Mono<Committed>> how;
        private final List<Committed> done = new ArrayList<>();
        private final List<Problem> refused = new ArrayList<>();

        Try(ItemAct act, Caller who, Function<ItemWorld.Replica, Mono<Committed>> how) {
            this.act = act;
            this.who = who;
            this.how = how;
        }

        /// A queue that is full has done nothing, so it is asked again, as a
        /// client does.
        Mono<Void> at(ItemWorld.Replica replica) {
            return Mono.defer(() -> how.apply(replica)).retryWhen(BUSY).doOnNext(this::done).then().onErrorResume(Problem.class,
                    problem -> Mono.fromRunnable(() -> refused(problem)));
        }

        private synchronized void done(Committed committed) {
            done.add(committed);
        }

        private synchronized void refused(Problem problem) {
            refused.add(problem);
        }
    }

    /// One item's life.
    private final class Sequence {
        private final long seed;
        private final Random random;
        private final OperationId item;
        private final List<Try> tries = new ArrayList<>();

        Sequence(long seed) {
            this.seed = seed;
            this.random = new Random(seed);
            this.item = world.open(PEOPLE.getFirst(), "item " + seed);
        }

        /// Some acts at once on what they see, each at one replica or, with an
        /// impatient caller, at both; then one of all that were ever asked is asked
        /// for again.
        Mono<Void> round() {
            List<Mono<Void>> together = new ArrayList<>();
            for (int many = 1 + random.nextInt(4); many > 0; many--) {
                Try one = wish(any().item(item));
                tries.add(one);
                together.add(one.at(any()));
                if (random.nextInt(4) == 0) {
                    world.replicas.forEach(replica -> together.add(one.at(replica)));
                }
            }
            Try again = tries.get(random.nextInt(tries.size()));
            ItemWorld.Replica where = any();
            return Mono.when(together).then(Mono.defer(() -> again.at(where)));
        }

        private ItemWorld.Replica any() {
            return world.replicas.get(random.nextInt(2));
        }

        /// Mostly something that they may do, by what they see.
        private Try wish(Item seen) {
            ItemAct act = any(random);
            while (random.nextInt(8) != 0 && (!sensible(act, seen) || act == ItemAct.VOID_ITEM)) {
                act = any(random);
            }
            return wish(act, seen);
        }

        private static ItemAct any(Random random) {
            List<ItemAct> acts = List.of(ItemAct.values());
            return acts.get(random.nextInt(acts.size()));
        }

        private static boolean sensible(ItemAct act, Item seen) {
            boolean extension = act == ItemAct.GRANT_EXTENSION || act == ItemAct.REFUSE_EXTENSION;
            return act.after(seen.state()).isPresent() && (!extension || seen.extension() != null);
        }

        private Try wish(ItemAct act, Item seen) {
            boolean wrong = random.nextInt(12) == 0;
            List<Caller> some = PEOPLE.stream()
                    .filter(who -> wrong || act.role() == null || !who.at(Objects.requireNonNull(act.role())).isEmpty()).toList();
            Caller who = some.get(random.nextInt(some.size()));
            Ask ask = ItemWorld.ask(who, seed + " " + tries.size(), act, item);
            String words = "说明 " + tries.size();
            return new Try(act, who, replica -> act(replica, act, ask, seen, words));
        }

        int length() {
            return world.replicas.getFirst().stream(item).size();
        }

        int conflicts() {
            return (int) tries.stream().flatMap(one -> one.refused.stream()).filter(p -> CONFLICTS.contains(p.type())).count();
        }

        void check() {
            try {
                List<JournalRecord> stream = world.replicas.getFirst().stream(item);
                assertThat(world.replicas.getLast().stream(item)).isEqualTo(stream);
                List<String> states = states(stream);
                Item folded = Item.of(stream).orElseThrow();
                assertThat(folded.state().word()).isEqualTo(states.getLast());
                tries.forEach(one -> check(one, stream, states));
                assertThat(stream).hasSize(1 + (int) tries.stream().filter(one -> !one.done.isEmpty()).count());
            } catch (Throwable broken) {
                throw new AssertionError("seed " + seed + ": " + broken, broken);
            }
        }

        /// By the model: none of them is illegal.
        private static List<String> states(List<JournalRecord> stream) {
            List<String> states = new ArrayList<>(List.of("open"));
            stream.stream().skip(1).forEach(record -> states.add(ItemModel.after(record.type(), states.getLast()).orElseThrow(
                    () -> new AssertionError(record.type() + " of an item that is " + states.getLast()))));
            return states;
        }

        /// What was acknowledged is there once, by the right person, whoever was told
        /// of it; who was refused was told how it stood, and it stood so.
        private void check(Try one, List<JournalRecord> stream, List<String> states) {
            if (!one.done.isEmpty()) {
                JournalRecord record = one.done.getFirst().records().getFirst();
                assertThat(one.done).allSatisfy(done -> assertThat(done.records()).containsExactly(record));
                assertThat(stream).filteredOn(record::equals).hasSize(1);
                assertThat(record.type()).isEqualTo(one.act.record());
                assertThat(mayEver(one)).isTrue();
                requireAnother(one, stream, record.position());
            }
            one.refused.forEach(problem -> check(one, problem, states));
        }

        private void check(Try one, Problem problem, List<String> states) {
            switch (problem.type()) {
                case ITEM_STATE -> {
                    String told = told(problem, states);
                    assertThat(ItemModel.after(one.act.record(), told)).as("%s of %s is legal", one.act, told).isEmpty();
                }
                case ITEM_CHANGED -> told(problem, states);
                case OWN_ITEM -> assertThat(one.act.role()).isEqualTo(Role.OFFICER);
                default -> {
                    assertThat(problem.type()).isEqualTo(ProblemType.FORBIDDEN);
                    assertThat(mayEver(one)).isFalse();
                }
            }
        }

        private String told(Problem problem, List<String> states) {
            int version = (int) Objects.requireNonNull(problem.arguments().get("version"));
            assertThat(problem.arguments().get("state")).isEqualTo(states.get(version - 1));
            return states.get(version - 1);
        }
    }

    private static boolean mayEver(Try one) {
        return one.act.role() == null || !one.who.at(Objects.requireNonNull(one.act.role())).isEmpty();
    }

    /// Nobody decided what they asked for themselves, nor what did not wait.
    private static void requireAnother(Try one, List<JournalRecord> stream, int position) {
        ItemRecord fact = ItemCodec.read(stream.get(position));
        Item before = Item.of(stream.subList(0, Math.max(position, 1))).orElseThrow();
        ItemRecord.CloseOutRequested closeOut = before.closeOut();
        ItemRecord.ExtensionRequested extension = before.extension();
        switch (fact) {
            case ItemRecord.Closed by -> decided(by.request(), by.actor(), Objects.requireNonNull(closeOut).request(), closeOut);
            case ItemRecord.Returned by ->
                decided(by.request(), by.actor(), Objects.requireNonNull(closeOut).request(), closeOut);
            case ItemRecord.ExtensionGranted by ->
                decided(by.request(), by.actor(), Objects.requireNonNull(extension).request(), extension);
            case ItemRecord.ExtensionRefused by ->
                decided(by.request(), by.actor(), Objects.requireNonNull(extension).request(), extension);
            case ItemRecord.Edited by -> assertThat(by.replaces()).isEqualTo(before.words().record().position());
            default -> assertThat(fact.actor()).isEqualTo(one.who.subject());
        }
    }

    private static void decided(OperationId request, String by, OperationId waited, ItemRecord asked) {
        assertThat(request).isEqualTo(waited);
        assertThat(by).isNotEqualTo(asked.actor());
    }

    /// Of what was seen, which may be past by now.
    private static Mono<Committed> act(ItemWorld.Replica replica, ItemAct act, Ask ask, Item seen, String words) {
        Reason reason = Reason.of(words);
        ItemRecord.CloseOutRequested closeOut = seen.closeOut();
        ItemRecord.ExtensionRequested extension = seen.extension();
        OperationId close = closeOut == null ? NONE : closeOut.request();
        OperationId extend = extension == null ? NONE : extension.request();
        return switch (act) {
            case PROGRESS -> replica.acts.act(ask, Progressing.act(ask, new Progressing.Done(words, null, List.of()), List.of()));
            case COMMENT -> replica.flow.comment(ask, reason);
            case EDIT -> replica.flow.edit(ask, seen.words().record().position(), ItemWorld.words(words));
            case RECLASSIFY -> replica.flow.reclassify(ask, ItemType.IMMEDIATE, DAY, reason);
            case REQUEST_CLOSE_OUT -> replica.flow.requestCloseOut(ask, DAY, null);
            case WITHDRAW_CLOSE_OUT -> replica.flow.withdrawCloseOut(ask, close, null);
            case CLOSE -> replica.flow.close(ask, close, null);
            case RETURN -> replica.flow.giveBack(ask, close, reason);
            case REQUEST_EXTENSION -> replica.flow.requestExtension(ask, DAY, reason);
            case GRANT_EXTENSION -> replica.flow.grant(ask, extend, null, null);
            case REFUSE_EXTENSION -> replica.flow.refuse(ask, extend, reason);
            case REVIEW -> replica.flow.review(ask, reason);
            case REOPEN -> replica.flow.reopen(ask, null, reason);
            case VOID_ITEM -> replica.flow.remove(ask, reason);
        };
    }
}
