package guidang.server.jobs;

import guidang.server.objects.ObjectStore;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/// The room as one replica wires it.
public final class TestJobs implements AutoCloseable {
    private final StaticListableBeanFactory beans = new StaticListableBeanFactory();
    final JobBook book;
    final JobKinds kinds = new JobKinds(beans.getBeanProvider(JobKind.class));
    final Workshop workshop;
    final JobExpiry expiry;
    final JobRounds rounds;
    private final Jobs jobs;

    public TestJobs(ObjectStore work) {
        this(work, InstantSource.system(), "test");
    }

    TestJobs(ObjectStore work, InstantSource clock, String replica) {
        JobsSettings settings = new JobsSettings(replica, 2, Duration.ofSeconds(60), Duration.ofDays(30), Duration.ofDays(7), 4);
        book = new JobBook(work);
        workshop = new Workshop(book, kinds, clock, settings);
        expiry = new JobExpiry(book, clock, settings);
        rounds = new JobRounds(book, workshop, expiry);
        jobs = new Jobs(book, kinds, rounds, work, clock, settings);
    }

    public Jobs jobs() {
        return jobs;
    }

    public void add(JobKind kind) {
        beans.addBean(kind.name(), kind);
    }

    public TestJobs started() {
        rounds.start();
        return this;
    }

    @Override
    public void close() {
        rounds.stop();
    }
}
