package guidang.server.index;

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
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Flux;

/// The room, wired by hand round a journal and an Elasticsearch, as
/// one replica.
final class IndexFixture implements AutoCloseable {
    static final Scope EVERYTHING = new Scope(Set.of("ROOT/"), Set.of());

    final IndexSettings settings;
    final Elasticsearch elasticsearch;
    final MetaIndex meta;
    final Mappings mappings;
    final Catalogue catalogue;
    final Rebuild rebuild;
    final Projector projector;
    final ReportIndex reports;
    final FigureIndex figures;
    final ObligationIndex obligations;
    final CurveIndex curves;
    final AspectIndex aspects;
    final ItemIndex items;
    final ItemFigureIndex itemFigures;
    final ItemAspectIndex itemAspects;
    final RecurringIndex recurring;
    final Whereabouts whereabouts;
    private final List<DocumentSource> sources;
    private final Journal journal;
    private final ElasticsearchAsyncClient client;

    IndexFixture(URI uri, String prefix, String replica, Journal journal, Blobs blobs, OrganizationPaths paths) {
        this(uri, prefix, replica, journal, blobs, paths, new RunningCampaigns(journal, blobs));
    }

    IndexFixture(URI uri, String prefix, String replica, Journal journal, Blobs blobs, OrganizationPaths paths,
            RunningCampaigns campaigns) {
        this.journal = journal;
        // A reader's wait ends with what there is, which on a busy machine would be nothing yet.
        settings = new IndexSettings(prefix, replica, Duration.ofMillis(200), Duration.ofSeconds(45), Duration.ofSeconds(3),
                Duration.ofSeconds(2),
                Duration.ofSeconds(1), DataSize.ofMegabytes(5), DataSize.ofMegabytes(32), 1);
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
        ScopedSearch search = new ScopedSearch(elasticsearch, settings, whereabouts);
        reports = new ReportIndex(search, projector, settings);
        obligations = new ObligationIndex(search);
        curves = new CurveIndex(search, due);
        aspects = new AspectIndex(search);
        items = new ItemIndex(search, projector, settings, due);
        itemFigures = new ItemFigureIndex(search, projector, settings, due);
        itemAspects = new ItemAspectIndex(search, due);
        recurring = new RecurringIndex(search);
        figures = new FigureIndex(search, projector, settings);
        projector.start();
    }

    private static Places places(OrganizationPaths paths) {
        if (paths instanceof Organizations tree) {
            return new TreePlaces(tree);
        }
        return (code, view) -> paths.pathAt(code, view).map(path -> new Stay(0, Instant.EPOCH, path, "branch", 1)).stream()
                .toList();
    }

    DocumentSource source(Lane lane) {
        return sources.stream().filter(s -> s.lane() == lane).findFirst().orElseThrow();
    }

    /// One that begins anywhere.
    Projection projection(Generation generation, long from) {
        return new Projection(journal, source(generation.lane()), new BulkWriter(elasticsearch, settings),
                new Quarantine(meta, generation, new Trouble(Lane.REPORTS)), generation,
                new MetaIndex.Progress(from, Instant.EPOCH, null, 0, null));
    }

    /// Everything that the caller may see, for these words, at that position.
    ReportAnswer find(Scope scope, long position, Word... words) {
        return Objects.requireNonNull(reports.search(scope, question(position, words)).block(Duration.ofSeconds(60)));
    }

    static ReportQuestion question(long position, Word... words) {
        return new ReportQuestion(List.of(words), null, null, null, null, ReportQuestion.State.CURRENT, ReportQuestion.Sort.BEST,
                20,
                null, new ReportQuestion.Levels(List.of("ROOT/"), List.of()), position);
    }

    static void await(String what, BooleanSupplier condition) {
        Boolean met = Flux.interval(Duration.ofMillis(50), reactor.core.scheduler.Schedulers.boundedElastic())
                .onBackpressureDrop().map(tick -> condition.getAsBoolean()).filter(Boolean::booleanValue)
                .blockFirst(Duration.ofSeconds(90));
        if (met == null) {
            throw new AssertionError("not " + what + " by " + Instant.now());
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
