package guidang.server.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.elastic.clients.elasticsearch.ElasticsearchAsyncClient;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class ElasticsearchTest {
    private static final Duration LIMIT = Duration.ofMillis(300);
    private static final IndexSettings SETTINGS = new IndexSettings("", null, LIMIT, LIMIT, LIMIT, LIMIT, LIMIT, LIMIT,
            DataSize.ofMegabytes(5), DataSize.ofMegabytes(32), 1);

    /// As behind a network that lost the connection, or the answer.
    @Test
    void whatIsNeverAnsweredEndsAndMayBeRepeated() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                ElasticsearchAsyncClient client = ElasticsearchAsyncClient.of(
                        c -> c.host("http://127.0.0.1:" + silent.getLocalPort()).jsonMapper(new Jackson3JsonpMapper()))) {
            Elasticsearch elasticsearch = new Elasticsearch(client, SETTINGS);
            ended(elasticsearch.ask(ElasticsearchAsyncClient::info));
            ended(elasticsearch.call(ElasticsearchAsyncClient::info));
            assertThat(elasticsearch.awaySince()).isNotNull();
        }
    }

    /// The client's locks are waited for where waiting is allowed.
    @Test
    void whatIsGivenUpIsGivenUpOnAThreadThatMayWait() throws IOException {
        CompletableFuture<Boolean> mayNotWait = new CompletableFuture<>();
        CompletableFuture<String> endless = new CompletableFuture<>() {
            @Override
            public boolean cancel(boolean interrupt) {
                mayNotWait.complete(Schedulers.isInNonBlockingThread());
                return super.cancel(interrupt);
            }
        };
        try (ElasticsearchAsyncClient none = ElasticsearchAsyncClient.of(c -> c.host("http://127.0.0.1:1"))) {
            ended(new Elasticsearch(none, SETTINGS).call(client -> endless));
        }
        assertThat(mayNotWait.join()).isFalse();
    }

    private static void ended(Mono<?> asked) {
        assertThatThrownBy(() -> asked.block(Duration.ofSeconds(30)))
                .satisfies(failure -> assertThat(Exceptions.unwrap(failure)).matches(Elasticsearch::isPassing));
    }
}
