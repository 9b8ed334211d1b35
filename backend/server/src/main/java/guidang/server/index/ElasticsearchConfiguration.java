package guidang.server.index;

import co.elastic.clients.elasticsearch.ElasticsearchAsyncClient;
import co.elastic.clients.transport.ElasticsearchTransport;
import co.elastic.clients.transport.rest5_client.low_level.Rest5ClientBuilder;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.springframework.boot.elasticsearch.autoconfigure.Rest5ClientBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Boot makes the transport (`spring.elasticsearch.*`) and only the
/// blocking client.
@Configuration(proxyBeanMethods = false)
class ElasticsearchConfiguration {
    @Bean
    ElasticsearchAsyncClient elasticsearchAsyncClient(ElasticsearchTransport transport) {
        return new ElasticsearchAsyncClient(transport);
    }

    /// Elasticsearch stands beside the server: answers are sooner there as they are
    /// than packed there and unpacked here.
    @Bean
    Rest5ClientBuilderCustomizer plainAnswers() {
        return new Rest5ClientBuilderCustomizer() {
            @Override
            public void customize(Rest5ClientBuilder builder) {
                // The client beneath is meant.
            }

            @Override
            public void customize(HttpAsyncClientBuilder builder) {
                builder.disableContentCompression();
            }
        };
    }
}
