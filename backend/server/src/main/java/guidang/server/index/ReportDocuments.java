package guidang.server.index;

import com.fasterxml.jackson.annotation.JsonInclude;
import guidang.server.access.OrganizationPaths;
import guidang.server.campaigns.Due;
import guidang.server.filing.ReportCodec;
import guidang.server.filing.ReportDetails;
import guidang.server.filing.ReportRecord.Filed;
import guidang.server.filing.Slot;
import guidang.server.filing.Version;
import guidang.server.journal.JournalRecord;
import guidang.server.journal.StreamKey;
import guidang.server.kernel.Code;
import guidang.server.objects.Blobs;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// One document a version of a report: facts from its slot's stream, words from
/// its reading and details.
@Component
final class ReportDocuments implements DocumentSource {
    private static final int SLOTS = 8;
    private static final long LARGE = 1 << 20;
    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_NULL)).build();

    private final Blobs blobs;
    private final OrganizationPaths paths;
    private final ZoneId zone;
    private final long largest;

    ReportDocuments(Blobs blobs, OrganizationPaths paths, IndexSettings settings, Due days) {
        this.blobs = blobs;
        this.paths = paths;
        this.zone = days.timeZone();
        this.largest = settings.reading().toBytes();
    }

    @Override
    public Lane lane() {
        return Lane.REPORTS;
    }

    @Override
    public Flux<Document> documents(Batch batch) {
        return batch.touched("reports").filter(key -> isLarge(batch, key)).collect(Collectors.toSet())
                .flatMapMany(large -> Flux.concat(
                        batch.touched("reports").filter(key -> !large.contains(key)).flatMap(key -> slot(batch, key), SLOTS),
                        Flux.fromIterable(large).concatMap(key -> slot(batch, key), 1)));
    }

    /// Large readings are taken one by one: eight at once would not fit.
    private static boolean isLarge(Batch batch, StreamKey key) {
        return batch.within(key).stream().mapToLong(ReportDocuments::readingSize).sum() > LARGE;
    }

    private static long readingSize(JournalRecord record) {
        try {
            return ReportCodec.read(record) instanceof Filed filed ? filed.reading().size() : 0;
        } catch (RuntimeException unreadable) {
            return 0; // said where the slot is folded
        }
    }

    private Flux<Document> slot(Batch batch, StreamKey key) {
        return batch.stream(key).flatMapMany(stream -> {
            Optional<Slot> now = fold(stream);
            if (now.isEmpty()) {
                String before = fold(batch.earlier(stream)).isEmpty() ? "" : null;
                return Flux.just(fault(key.value(), batch.to(), "", before, "record-unreadable"));
            }
            return versions(batch, now.get(), Slot.of(batch.earlier(stream)));
        });
    }

    /// Empty where a record can't be read, by this release.
    private static Optional<Slot> fold(List<JournalRecord> stream) {
        try {
            return Optional.of(Slot.of(stream));
        } catch (RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    private Flux<Document> versions(Batch batch, Slot now, Slot before) {
        if (now.versions().isEmpty()) {
            return Flux.empty();
        }
        return path(now.versions().getFirst().filed().organization())
                .flatMapMany(path -> Flux.fromIterable(now.versions()).concatMap(version -> document(batch, version, path,
                        before.version(version.id()).map(old -> ReportFacts.of(old, path, zone).hash(old.filed()))
                                .orElse(null))));
    }

    /// The tree of this replica may be a moment behind. An organisation without a
    /// place lies nowhere: in no scope.
    private Mono<String> path(Code organization) {
        return Mono.fromSupplier(() -> paths.path(organization).orElse(null))
                .repeatWhenEmpty(100, tries -> tries.delayElements(Duration.ofMillis(50))).onErrorResume(gone -> Mono.empty())
                .defaultIfEmpty("");
    }

    private Mono<Document> document(Batch batch, Version version, String path, @Nullable String hashBefore) {
        Filed filed = version.filed();
        ReportFacts facts = ReportFacts.of(version, path, zone);
        String hash = facts.hash(filed);
        if (version.closed()) {
            return Mono.just(new Document(filed.report().value(), batch.to(), hash, hashBefore, withoutWords(facts, filed, hash),
                    null));
        }
        if (filed.reading().size() > largest) {
            return Mono.just(fault(filed.report().value(), batch.to(), hash, hashBefore, "reading-too-large"));
        }
        return Mono.zip(blobs.get(filed.report(), filed.reading()), blobs.get(filed.report(), filed.details()))
                .publishOn(Schedulers.parallel())
                .map(both -> new Document(filed.report().value(), batch.to(), hash, hashBefore,
                        json(facts, hash, both.getT1(), both.getT2()),
                        null))
                .defaultIfEmpty(fault(filed.report().value(), batch.to(), hash, hashBefore, "blob-missing"))
                .onErrorResume(ReportDocuments::unreadable,
                        broken -> Mono.just(fault(filed.report().value(), batch.to(), hash, hashBefore, "blob-unreadable")));
    }

    /// Of what nobody may read, facts alone: it is found by them, and by no word.
    private static byte[] withoutWords(ReportFacts facts, Filed filed, String hash) {
        return JSON.writeValueAsBytes(new ReportDocument(facts, filed.main().mediaType(), null, 0, hash, null));
    }

    private static byte[] json(ReportFacts facts, String hash, byte[] readingBlob, byte[] detailsBlob) {
        StoredReading reading = StoredReading.of(readingBlob);
        ReportDetails details = ReportCodec.details(detailsBlob);
        return reading.addTextTo(JSON.writeValueAsBytes(new ReportDocument(facts, reading.mediaType(), reading.pages(),
                reading.characters(), hash, details.title())));
    }

    /// What reading again will not mend. That a store is away is not of this kind.
    private static boolean unreadable(Throwable failure) {
        return failure instanceof JacksonException || failure instanceof IllegalStateException
                || failure instanceof IndexOutOfBoundsException || failure instanceof IllegalArgumentException
                || failure instanceof NullPointerException;
    }

    private static Document fault(String id, long version, String hash, @Nullable String hashBefore, String fault) {
        return new Document(id, version, hash, hashBefore, null, fault);
    }
}
