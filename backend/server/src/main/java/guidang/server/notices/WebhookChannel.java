package guidang.server.notices;

import guidang.server.kernel.Code;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.HttpHeaders;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/// Posts events to the addresses of the settings, signed by the scheme of
/// Standard Webhooks. Follows no redirect, reads no answer but its status, and
/// connects to addresses of the public internet only, unless the settings
/// say otherwise.
final class WebhookChannel implements Channel {
    private static final int CONNECTING = 5000;
    private static final Duration ANSWERING = Duration.ofSeconds(10);
    private static final Duration ALL = Duration.ofSeconds(20);
    private static final int GONE = 410;

    private final NoticesSettings settings;
    private final InstantSource clock;
    private final Map<String, Target> targets;

    private record Target(Webhook webhook, HttpClient client) {}

    WebhookChannel(NoticesSettings settings, PublicResolver.Lookup names, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        this.targets = settings.webhooks().stream()
                .collect(Collectors.toMap(Webhook::name, hook -> new Target(hook, client(hook, names)), (one, _) -> one));
    }

    private static HttpClient client(Webhook hook, PublicResolver.Lookup names) {
        return HttpClient.newConnection().followRedirect(false).disableRetry(true).responseTimeout(ANSWERING)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECTING)
                .resolver(new PublicResolver(names, hook.allowPrivate() ? WebhookChannel::any : PublicAddresses::isPublic));
    }

    private static boolean any(@SuppressWarnings("unused") InetAddress address) {
        return true;
    }

    @Override
    public String name() {
        return "webhook";
    }

    @Override
    public Flux<String> reached(Code organization) {
        return Flux.fromIterable(targets.keySet());
    }

    @Override
    public Mono<Sent> send(Outgoing message) {
        return Mono.justOrEmpty(targets.get(message.to())).flatMap(target -> send(target, message)).defaultIfEmpty(Sent.NEVER);
    }

    private Mono<Sent> send(Target target, Outgoing message) {
        byte[] body = Events.of(message, settings.source());
        return target.client().headers(headers -> sign(headers, target.webhook(), message.id(), body)).post()
                .uri(target.webhook().url()).send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(body))).response()
                .map(answer -> sent(answer.status().code())).timeout(ALL);
    }

    private void sign(HttpHeaders headers, Webhook hook, String id, byte[] body) {
        long seconds = clock.instant().getEpochSecond();
        headers.set("Content-Type", Events.MEDIA_TYPE).set("Content-Length", body.length).set("User-Agent", "Guidang")
                .set("webhook-id", id).set("webhook-timestamp", Long.toString(seconds))
                .set("webhook-signature", WebhookSignature.of(hook.secret(), id, seconds, body));
    }

    /// 410 says that the address is given up; anything else but 2xx may mend.
    private static Sent sent(int status) {
        return status / 100 == 2 ? Sent.DONE : status == GONE ? Sent.NEVER : Sent.LATER;
    }
}
