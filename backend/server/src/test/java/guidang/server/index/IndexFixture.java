package guidang.server.index;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch.ElasticsearchAsyncClient;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import guidang.local.ElasticsearchProcess;
import guidang.server.access.OrganizationPaths;
import guidang.server.access.Scope;
import guidang.server.campaigns.Due;
import guidang.server.campaigns.RunningCampaigns;
import guidang.server.journal.Journal;
import guidang.server.objects.Blobs;
import guidang.server.organizations.Organizations;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.springframework.context.Lifecycle;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// The room, wired by hand round a journal and an Elasticsearch, as
/// one replica.
public final class IndexFixture implements AutoCloseable {
    public static final Scope EVERYTHING = new Scope(Set.of("ROOT/"), Set.of());

    final IndexSettings settings;
    final Elasticsearch elasticsearch;
    final MetaIndex meta;
    final Mappings mappings;
    final Catalogue catalogue;
    final Rebuild rebuild;
    final Projector projector;
    final Whereabouts whereabouts;
    private final ScopedSearch search;
    private final List<DocumentSource> sources;
    private final Journal journal;
    private final ElasticsearchAsyncClient client;

    public IndexFixture(URI uri, String prefix, String replica, Journal journal, Blobs blobs, OrganizationPaths paths) {
        this(uri, prefix, replica, journal, blobs, paths, new RunningCampaigns(journal, blobs));
    }

    public IndexFixture(URI uri, String prefix, String replica, Journal journal, Blobs blobs, OrganizationPaths paths,
            RunningCampaigns campaigns) {
        this.journal = journal;
        // A reader's wait ends with what there is, which on a busy machine would be nothing yet.
        settings = new IndexSettings(prefix, replica, Duration.ofMillis(200), Duration.ofSeconds(45), Duration.ofSeconds(3),
                Duration.ofSeconds(20), Duration.ofSeconds(2), Duration.ofSeconds(1), DataSize.ofMegabytes(5),
                DataSize.ofMegabytes(32), 1);
        client = ElasticsearchAsyncClient.of(c -> c.host(uri).jsonMapper(new Jackson3JsonpMapper()));
        elasticsearch = new Elasticsearch(client, settings);
        mappings = new Mappings(elasticsearch, settings);
        meta = new MetaIndex(elasticsearch, mappings, settings);
        catalogue = new Catalogue(elasticsearch, mappings, settings);
        rebuild = new Rebuild(journal, meta, catalogue, mappings, new Comparer(elasticsearch, journal));
        Due due = new Due(ZoneId.of("Asia/Shanghai"));
        sources = List.of(new ReportDocuments(blobs, paths, new Acceptances(), settings, due),
                new PassageDocuments(blobs, paths, settings),
                new ObligationDocuments(campaigns.campaigns(), due, places(paths),
                        new FindingsReader(blobs, campaigns.templates(), settings)),
                new ItemDocuments(journal, blobs, places(paths), due));
        whereabouts = new Whereabouts(paths);
        projector = new Projector(journal, sources, new BulkWriter(elasticsearch, settings), meta, catalogue, mappings,
                new Lease(meta, settings), rebuild, settings, whereabouts,
                new Relocation(journal, whereabouts, new SubtreeScan(elasticsearch), mappings));
        search = new ScopedSearch(elasticsearch, settings, whereabouts, projector);
        projector.start();
    }

    private static Places places(OrganizationPaths paths) {
        if (paths instanceof Organizations tree) {
            return new TreePlaces(tree);
        }
        return (code, view) -> paths.pathAt(code, view).map(path -> new Stay(0, Instant.EPOCH, path, "branch", 1)).stream()
                .toList();
    }

    private DocumentSource source(Lane lane) {
        return sources.stream().filter(s -> s.lane() == lane).findFirst().orElseThrow();
    }

    /// One that begins anywhere.
    private Projection projection(Generation generation, long from) {
        return new Projection(journal, source(generation.lane()), new BulkWriter(elasticsearch, settings),
                new Quarantine(meta, generation, new Trouble(Lane.REPORTS)), generation,
                new MetaIndex.Progress(from, Instant.EPOCH, null, 0, null));
    }

    /// The door for those who ask.
    public ScopedSearch search() {
        return search;
    }

    /// For tests in which the projector is away for a while.
    public Lifecycle projecting() {
        return projector;
    }

    /// Rebuilds a lane, and says how the new generation compared with the journal.
    public Comparison rebuilt(Lane lane) {
        rebuild.request(lane).block();
        return rebuiltAsAsked(lane);
    }

    /// As [#rebuilt], where it was asked for before.
    Comparison rebuiltAsAsked(Lane lane) {
        Rebuilding ended = ended(lane);
        assertThat(ended.phase()).as("%s", ended.comparison()).isEqualTo(Rebuilding.Phase.DONE);
        return Objects.requireNonNull(ended.comparison());
    }

    /// How a rebuild that was asked for ended.
    Rebuilding ended(Lane lane) {
        await(() -> "rebuilt: " + meta.rebuilding(lane).block() + " with " + meta.rebuilding(lane).flatMap(
                r -> meta.progress(catalogue.generation(lane, r.generation()))).block() + ", journal at " + journal.position(),
                () -> meta.rebuilt(lane).blockOptional().isPresent() && meta.rebuilding(lane).blockOptional().isEmpty());
        return Objects.requireNonNull(meta.rebuilt(lane).block());
    }

    /// Waits until what moved lies where it belongs.
    public void settled(Lane lane) {
        await("settled", () -> whereabouts.stale(lane).isEmpty());
    }

    /// Fills a generation by several projections at once, each of another part of
    /// the journal, in other steps, and says how it compares with the journal.
    ///
    /// @param parts
    ///            projections besides the one of the whole journal
    public Comparison replayed(Lane lane, int parts, Random random) {
        Generation generation = new Generation(settings.prefix(), lane, 7);
        mappings.create(generation, false).block();
        long head = journal.position();
        Projection whole = projection(generation, 0);
        List<Mono<Void>> runs = new ArrayList<>(List.of(run(whole, head, random)));
        for (int i = 0; i < parts; i++) {
            long from = random.nextLong(head);
            runs.add(run(projection(generation, from), from + 1 + random.nextLong(head - from), random));
        }
        Collections.shuffle(runs, random);
        Flux.merge(runs).blockLast();
        mappings.filled(generation).block();
        return Objects.requireNonNull(new Comparer(elasticsearch, journal).compare(whole, source(lane)).block());
    }

    private static Mono<Void> run(Projection projection, long target, Random random) {
        return projection.run(() -> target, 1 + random.nextInt(20), Mono::empty).then();
    }

    public static void await(String what, BooleanSupplier condition) {
        await(() -> what, condition);
    }

    private static void await(Supplier<String> what, BooleanSupplier condition) {
        Boolean met = Flux.interval(Duration.ofMillis(50), Schedulers.boundedElastic()).onBackpressureDrop()
                .map(tick -> condition.getAsBoolean()).filter(Boolean::booleanValue).take(Duration.ofSeconds(90)).blockFirst();
        if (met == null) {
            throw new AssertionError("by " + Instant.now() + " not " + what.get());
        }
    }

    @Override
    public void close() {
        projector.stop();
        try {
            client.close();
        } catch (IOException ended) {
            // The node was ended first.
        }
    }

    /// One node for all tests of this JVM; it ends with it.
    static final class Node {
        private static final ElasticsearchProcess SHARED = start();

        static URI uri() {
            return SHARED.uri();
        }

        private static ElasticsearchProcess start() {
            try {
                return ElasticsearchProcess.start(Files.createTempDirectory("guidang-elasticsearch"));
            } catch (IOException | InterruptedException failed) {
                throw new IllegalStateException(failed);
            }
        }
    }

    static Path home() throws IOException {
        return Files.createTempDirectory("guidang-elasticsearch");
    }
}
