package guidang.server.notices;

import guidang.server.objects.StoredJson;
import guidang.server.access.Caller;
import guidang.server.access.OrganizationNames;
import guidang.server.campaigns.Due;
import guidang.server.filing.Obligation;
import guidang.server.filing.OwedDocuments;
import guidang.server.kernel.Code;
import guidang.server.kernel.OperationId;
import guidang.server.notices.Reminders.Outcome;
import guidang.server.notices.Reminders.ReminderOutcome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Reminds organisations of what they owe. What is owed is read from the
/// journal's streams, never from the index: who has just filed is not reminded.
///
/// A request that is repeated under its key on the same day is the same request:
/// it tells the same, and ends what the first attempt left undone.
final class Reminding {
    private static final int AT_ONCE = 8;

    private final OwedDocuments owed;
    private final ReminderScope scope;
    private final OrganizationNames names;
    private final NoticeBook book;
    private final RemindingLog log;
    private final Outbox outbox;
    private final Due days;
    private final ItemReminding items;

    Reminding(OwedDocuments owed, ReminderScope scope, OrganizationNames names, NoticeBook book, RemindingLog log,
            Outbox outbox, Due days, ItemReminding items) {
        this.owed = owed;
        this.scope = scope;
        this.names = names;
        this.book = book;
        this.log = log;
        this.outbox = outbox;
        this.days = days;
        this.items = items;
    }

    /// One request, under way.
    private record Request(OperationId id, LocalDate day, Instant at, Caller caller, @Nullable String words) {}

    /// A slot, what is owed in it, and what became of it.
    private record Done(SlotKey slot, Optional<Obligation> owed, Outcome outcome) {}

    /// Errors: `FORBIDDEN` for whoever reminds nobody; `IDEMPOTENCY_KEY_REUSED`.
    Mono<Reminders> remind(Caller caller, String key, ReminderForm.Checked asked, Instant now) {
        scope.requireSome(caller);
        OperationId id = OperationId.of(caller.subject(), "POST /api/reminders", key);
        LocalDate day = LocalDate.ofInstant(now, days.timeZone());
        return log.enter(id, day, StoredJson.bytes(asked), now)
                .flatMap(at -> Mono.zip(remind(new Request(id, day, at, caller, asked.words()), asked.slots()), items
                        .remind(new ItemReminding.Request(id, day, at, caller, asked.words()), asked.rectifications()),
                        Reminders::new));
    }

    private Mono<List<ReminderOutcome>> remind(Request request, List<SlotKey> slots) {
        Map<Code, List<SlotKey>> byOrganization = slots.stream()
                .collect(Collectors.groupingBy(SlotKey::organization, LinkedHashMap::new, Collectors.toList()));
        return Flux.fromIterable(byOrganization.entrySet())
                .flatMap(each -> organization(request, each.getKey(), each.getValue()), AT_ONCE)
                .flatMapIterable(done -> done).collectMap(Done::slot, Done::outcome)
                .map(outcomes -> slots.stream()
                        .map(slot -> ReminderOutcome.of(slot, outcomes.getOrDefault(slot, Outcome.UNKNOWN))).toList());
    }

    /// All that is asked for of one organisation.
    private Mono<List<Done>> organization(Request request, Code organization, List<SlotKey> slots) {
        Optional<Code> from = scope.from(request.caller(), organization);
        if (from.isEmpty()) {
            return Mono.just(List.of());
        }
        Set<Code> campaigns = slots.stream().map(SlotKey::campaign).collect(Collectors.toSet());
        return owed.of(organization, campaigns).collectList()
                .flatMap(all -> Flux.fromIterable(slots).concatMap(slot -> slot(request, from.get(), slot, all)).collectList())
                .flatMap(done -> told(request, organization, from.get(), done).thenReturn(done));
    }

    private Mono<Done> slot(Request request, Code from, SlotKey slot, List<Obligation> all) {
        Optional<Obligation> found = all.stream().filter(slot::is).findFirst();
        if (found.isEmpty() || !isAwaited(found.get())) {
            return Mono.just(new Done(slot, found, found.isEmpty() ? Outcome.UNKNOWN : Outcome.NOT_AWAITED));
        }
        Notice notice = Notice.of(request.id(), slot, from, request.at(), request.words());
        return book.add(slot, request.day(), notice)
                .map(added -> new Done(slot, found, added ? Outcome.REMINDED : Outcome.ENOUGH));
    }

    /// Whether a reminder makes sense.
    static boolean isAwaited(Obligation owed) {
        return owed.open() && owed.required() && owed.state().awaited();
    }

    /// Mail and webhooks, one message for all that the organisation is reminded of.
    private Mono<Void> told(Request request, Code organization, Code from, List<Done> done) {
        List<Reminder.Owed> documents = new ArrayList<>();
        done.stream().filter(each -> each.outcome() == Outcome.REMINDED).flatMap(each -> each.owed().stream())
                .forEach(each -> documents.add(Reminder.Owed.of(each)));
        return documents.isEmpty()
                ? Mono.empty()
                : names.names(Set.of(organization, from))
                        .map(named -> new Reminder(party(organization, named), party(from, named), request.at(), documents,
                                request.words()))
                        .flatMap(reminder -> outbox.put(request.id(), reminder));
    }

    private static Reminder.Party party(Code code, Map<Code, String> named) {
        return new Reminder.Party(code, named.getOrDefault(code, code.value()));
    }
}
