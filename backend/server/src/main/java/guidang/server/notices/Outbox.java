package guidang.server.notices;

import guidang.server.objects.StoredJson;
import guidang.server.kernel.Code;
import guidang.server.kernel.Digests;
import guidang.server.kernel.OperationId;
import guidang.server.objects.Layout;
import guidang.server.objects.ObjectStore;
import guidang.server.objects.ObjectStore.Put;
import guidang.server.objects.Payload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Messages on their way out, in `work` at `state/outbox/{time}-{id}-{n}.json`:
/// the n-th attempt, due at the time. Each is tried with growing delays until it
/// is sent, at least once, for a day; every attempt bears the same id.
///
/// Before it is tried, the next attempt is put in by create-if-absent: of
/// several replicas one makes it and sends, and what dies while sending is
/// tried again.
final class Outbox {
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final String KIND = "outbox";
    static final Duration GIVEN_UP = Duration.ofHours(24);
    /// In seconds. The first is longer than any attempt takes.
    private static final long[] DELAYS = {60, 120, 300, 900, 1800, 3600, 7200, 14_400};
    private static final int AT_ONCE = 16;

    private final ObjectStore work;
    private final Map<String, Channel> channels;
    private final InstantSource clock;
    private final Runnable wake;

    /// @param wake
    ///            called where something was put in
    Outbox(ObjectStore work, List<Channel> channels, InstantSource clock, Runnable wake) {
        this.work = work;
        this.channels = channels.stream().collect(Collectors.toUnmodifiableMap(Channel::name, Function.identity()));
        this.clock = clock;
        this.wake = wake;
    }

    /// Puts a message in for each whom the reminder reaches; the same again for the
    /// same request.
    Mono<Void> put(OperationId request, Reminder reminder) {
        Code code = reminder.organization().code();
        return put(code,
                (channel, to) -> Outgoing.of(id(request + "/" + code + "/" + channel + "/" + to), channel, to, reminder));
    }

    /// As [#put(OperationId, Reminder)].
    Mono<Void> put(OperationId request, ItemReminder reminder) {
        Code code = reminder.organization().code();
        String items = request + "/" + code + "/rectifications/";
        return put(code, (channel, to) -> Outgoing.of(id(items + channel + "/" + to), channel, to, reminder));
    }

    /// By a channel's name and whom it reaches.
    private Mono<Void> put(Code organization, BiFunction<String, String, Outgoing> message) {
        return Flux.fromIterable(channels.values())
                .concatMap(channel -> channel.reached(organization)
                        .concatMap(to -> put(message.apply(channel.name(), to))))
                .then().doOnSuccess(_ -> wake.run());
    }

    private Mono<Put> put(Outgoing message) {
        return work.putIfAbsent(Layout.outgoing(message.created().getEpochSecond(), message.id(), 1),
                Payload.of(StoredJson.bytes(message)));
    }

    private static String id(String written) {
        return OperationId.base32(Digests.sha256(written.getBytes(StandardCharsets.UTF_8)), 32);
    }

    /// Tries all that are due, and tells how many were tried.
    Mono<Long> sweep() {
        return Flux.defer(() -> due(clock.instant())).flatMap(due -> attempt(due).onErrorResume(e -> failed(due, e)), AT_ONCE)
                .count();
    }

    private Flux<Due> due(Instant now) {
        return work.list(Layout.states(KIND), "").map(Due::of).takeWhile(due -> due.time() <= now.getEpochSecond());
    }

    /// An attempt, as its key says.
    private record Due(String key, long time, String id, int attempt) {
        static Due of(String key) {
            String[] parts = key.substring(Layout.states(KIND).length(), key.length() - ".json".length()).split("-", -1);
            return new Due(key, Long.parseLong(parts[0]), parts[1], Integer.parseInt(parts[2]));
        }

        /// The key of the one that follows: the same for all who try this one, but for
        /// those who come to it a minute late.
        String next(Instant now) {
            long seconds = now.getEpochSecond();
            long from = seconds < time + 60 ? time : seconds - seconds % 60;
            return Layout.outgoing(from + DELAYS[Math.min(attempt, DELAYS.length) - 1], id, Math.min(attempt + 1, 99));
        }
    }

    private Mono<Due> attempt(Due due) {
        return work.get(due.key(), NoticeBook.LIMIT).flatMap(bytes -> attempt(due, bytes)).thenReturn(due);
    }

    private Mono<Void> attempt(Due due, byte[] bytes) {
        Outgoing message = StoredJson.read(bytes, Outgoing.class);
        Instant now = clock.instant();
        if (!now.isBefore(message.created().plus(GIVEN_UP))) {
            LOG.warn("Message {} by {} was not sent in a day, and is given up", message.id(), message.channel());
            return work.delete(due.key());
        }
        String next = due.next(now);
        return work.putIfAbsent(next, Payload.of(bytes)).flatMap(put -> work.delete(due.key()).thenReturn(put))
                .filter(put -> put == Put.CREATED).flatMap(_ -> send(message)).filter(sent -> sent != Channel.Sent.LATER)
                .flatMap(_ -> work.delete(next));
    }

    private Mono<Channel.Sent> send(Outgoing message) {
        Channel channel = channels.get(message.channel());
        return channel == null
                ? Mono.just(Channel.Sent.NEVER)
                : channel.send(message).onErrorResume(e -> later(message, e));
    }

    /// What an error says may name an address or quote an answer: only its kind
    /// is logged.
    private static Mono<Channel.Sent> later(Outgoing message, Throwable e) {
        LOG.warn("Message {} by {} is tried again later: {}", message.id(), message.channel(), e.getClass().getSimpleName());
        return Mono.just(Channel.Sent.LATER);
    }

    private static Mono<Due> failed(Due due, Throwable e) {
        LOG.warn("Message {} waits", due.id(), e);
        return Mono.empty();
    }
}
