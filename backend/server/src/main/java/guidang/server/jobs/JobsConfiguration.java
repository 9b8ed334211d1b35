package guidang.server.jobs;

import guidang.server.access.OrganizationNames;
import guidang.server.access.OrganizationPaths;
import guidang.server.access.Scopes;
import guidang.server.objects.ObjectStore;
import guidang.server.web.Texts;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Wires the room.
@Configuration(proxyBeanMethods = false)
class JobsConfiguration {
    @Bean
    JobKinds jobKinds(ObjectProvider<JobKind> kinds) {
        return new JobKinds(kinds);
    }

    @Bean
    JobBook jobBook(@Qualifier("work") ObjectStore work) {
        return new JobBook(work);
    }

    @Bean
    Workshop workshop(JobBook book, JobKinds kinds, InstantSource clock, JobsSettings settings) {
        return new Workshop(book, kinds, clock, settings);
    }

    @Bean
    JobExpiry jobExpiry(JobBook book, InstantSource clock, JobsSettings settings) {
        return new JobExpiry(book, clock, settings);
    }

    @Bean
    JobRounds jobRounds(JobBook book, Workshop workshop, JobExpiry expiry) {
        return new JobRounds(book, workshop, expiry);
    }

    @Bean
    Jobs jobs(JobBook book, JobKinds kinds, JobRounds rounds, @Qualifier("work") ObjectStore work, InstantSource clock,
            JobsSettings settings) {
        return new Jobs(book, kinds, rounds, work, clock, settings);
    }

    @Bean
    JobViews jobViews(JobKinds kinds, Scopes scopes, OrganizationPaths paths, OrganizationNames names, JobExpiry expiry,
            Texts texts) {
        return new JobViews(kinds, scopes, paths, names, expiry, texts);
    }

    @Bean
    JobReading jobReading(JobBook book, JobViews views, Workshop workshop) {
        return new JobReading(book, views, workshop);
    }

    @Bean
    JobAnswers jobAnswers(JobBook book, JobViews views) {
        return new JobAnswers(book, views);
    }
}
