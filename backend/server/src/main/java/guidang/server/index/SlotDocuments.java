package guidang.server.index;

import guidang.server.access.OrganizationPaths;
import guidang.server.filing.ReportCodec;
import guidang.server.filing.ReportRecord.Filed;
import guidang.server.filing.Slot;
import guidang.server.filing.Version;
import guidang.server.journal.JournalRecord;
import guidang.server.journal.StreamKey;
import guidang.server.kernel.Code;
import guidang.server.review.Levels;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;

/// One document a version of a report, from the slots that a batch touches.
final class SlotDocuments {
    private static final int SLOTS = 8;
    private static final long LARGE = 1 << 20;

    private final OrganizationPaths paths;
    private final Maker maker;
    private final BiFunction<Batch, Code, Mono<List<Integer>>> acceptance;

    /// @param acceptance
    ///            how many levels above accept in a campaign
    SlotDocuments(OrganizationPaths paths, Maker maker, BiFunction<Batch, Code, Mono<List<Integer>>> acceptance) {
        this.paths = paths;
        this.maker = maker;
        this.acceptance = acceptance;
    }

    /// Makes the document of a version.
    interface Maker {
        /// Of all that the document is made of.
        String hash(Version version, Lying lying);

        /// The document, or a fault.
        ///
        /// @param as
        ///            id, version and hashes of the document
        Mono<Document> document(Version version, Lying lying, Document as);
    }

    Flux<Document> documents(Batch batch) {
        return batch.touched("reports").filter(key -> isLarge(batch, key)).collect(Collectors.toSet())
                .flatMapMany(large -> Flux.concat(
                        batch.touched("reports").filter(key -> !large.contains(key)).flatMap(key -> slot(batch, key), SLOTS),
                        Flux.fromIterable(large).concatMap(key -> slot(batch, key), 1)));
    }

    /// Large readings are taken one by one: eight at once would not fit.
    private static boolean isLarge(Batch batch, StreamKey key) {
        return batch.within(key).stream().mapToLong(SlotDocuments::readingSize).sum() > LARGE;
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
                return Flux.just(new Document(key.value(), batch.to(), "", before, null, "record-unreadable"));
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
        Filed filed = now.versions().getFirst().filed();
        Code organization = filed.organization();
        return Mono.zip(path(batch, organization), acceptance.apply(batch, filed.campaign()), (path, levels) -> {
            Lying lying = lying(organization, batch.placed(), path, levels);
            Lying earlier = lying(organization, batch.placedBefore(),
                    paths.pathAt(organization, batch.placedBefore()).orElse(""), levels);
            return Flux.fromIterable(now.versions()).concatMap(version -> document(batch, version, lying,
                    before.version(version.id()).map(old -> maker.hash(old, earlier)).orElse(null)));
        }).flatMapMany(documents -> documents);
    }

    private Lying lying(Code organization, long view, String path, List<Integer> levels) {
        List<Code> accountable = path.isEmpty() ? List.of() : paths.accountable(organization, view);
        return new Lying(path, Levels.of(accountable, levels));
    }

    /// The tree of this replica may be a moment behind. An organisation without a
    /// place lies nowhere: in no scope.
    private Mono<String> path(Batch batch, Code organization) {
        return Mono.fromSupplier(
                () -> paths.position() < batch.placed() ? null : paths.pathAt(organization, batch.placed()).orElse(null))
                .repeatWhenEmpty(100, tries -> tries.delayElements(Duration.ofMillis(50))).onErrorResume(gone -> Mono.empty())
                .defaultIfEmpty("");
    }

    private Mono<Document> document(Batch batch, Version version, Lying lying, @Nullable String hashBefore) {
        Document as = new Document(version.id().value(), batch.to(), maker.hash(version, lying), hashBefore, null, null);
        return maker.document(version, lying, as).defaultIfEmpty(as.faulty("blob-missing"))
                .onErrorResume(SlotDocuments::unreadable, broken -> Mono.just(as.faulty("blob-unreadable")));
    }

    /// What reading again will not mend. That a store is away is not of this kind.
    static boolean unreadable(Throwable failure) {
        return failure instanceof JacksonException || failure instanceof IllegalStateException
                || failure instanceof IndexOutOfBoundsException || failure instanceof IllegalArgumentException
                || failure instanceof NullPointerException;
    }
}
