package guidang.server.journal;

import guidang.server.objects.ObjectStore;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Wires the journal: it is open before the web server accepts.
@Configuration(proxyBeanMethods = false)
class JournalConfiguration {
    @Bean
    LogKey logKey(JournalSettings settings) throws IOException {
        return LogKeyFile.load(settings);
    }

    @Bean
    OpenJournal journal(@Qualifier("archive") ObjectStore archive, JournalSettings settings, LogKey key) {
        return new OpenJournal(archive, settings, key);
    }
}
