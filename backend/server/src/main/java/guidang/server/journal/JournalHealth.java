package guidang.server.journal;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/// Tells those who run the platform whether the journal writes, and how far it
/// and what is derived from it have come.
@Component
final class JournalHealth implements HealthIndicator, MeterBinder {
    private final OpenJournal journal;

    JournalHealth(OpenJournal journal) {
        this.journal = journal;
    }

    @Override
    public Health health() {
        if (!journal.isRunning()) {
            return Health.down().withDetail("reason", "not open").build();
        }
        String refusal = journal.opened().refusal();
        return refusal == null
                ? Health.up().withDetail("position", journal.position()).build()
                : Health.outOfService().withDetail("reason", refusal).build();
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("guidang.journal.position", journal, j -> j.isRunning() ? j.position() : 0)
                .description("commits applied").register(meters);
        Gauge.builder("guidang.journal.unmaterialised", journal, j -> j.isRunning() ? j.opened().unmaterialised() : 0)
                .description("commits that recovery would read again").register(meters);
        Gauge.builder("guidang.journal.refusing", journal, j -> j.isRunning() && j.opened().refusal() != null ? 1 : 0)
                .description("1 where this replica refuses to write").register(meters);
    }
}
