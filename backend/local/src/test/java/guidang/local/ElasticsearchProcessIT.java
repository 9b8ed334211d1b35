package guidang.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ElasticsearchProcessIT {
    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void indexesFindsAndHighlightsChineseAndKeepsItOverARestart(@TempDir Path home) throws Exception {
        try (ElasticsearchProcess node = ElasticsearchProcess.start(home)) {
            assertThat(send(node.uri(), "GET", "/", "")).contains("\"number\":\"9.5.3\"");
            send(node.uri(), "PUT", "/t", """
                    {"settings":{"number_of_replicas":0,"analysis":{"analyzer":{"zh":{"tokenizer":"standard",
                    "filter":["cjk_width","lowercase","cjk_bigram"]}}}},
                    "mappings":{"dynamic":"strict","properties":{"text":{"type":"text","analyzer":"zh"}}}}""");
            send(node.uri(), "PUT", "/t/_doc/1?refresh=wait_for", "{\"text\":\"２０２６年召开组织生活会\"}");
            assertThat(search(node.uri())).contains("<em>");
        }
        try (ElasticsearchProcess again = ElasticsearchProcess.start(home)) {
            send(again.uri(), "GET", "/_cluster/health?wait_for_status=green&timeout=30s", "");
            assertThat(search(again.uri())).contains("<em>");
        }
    }

    private String search(URI node) throws Exception {
        return send(node, "POST", "/t/_search",
                "{\"query\":{\"match\":{\"text\":\"组织生活会\"}},\"highlight\":{\"fields\":{\"text\":{}}}}");
    }

    private String send(URI node, String method, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(node.resolve(path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        var answer = http.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
        return answer.body();
    }
}
