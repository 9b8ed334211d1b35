package guidang.server.index;

import co.elastic.clients.elasticsearch.ElasticsearchAsyncClient;
import co.elastic.clients.transport.ElasticsearchTransport;
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
}
