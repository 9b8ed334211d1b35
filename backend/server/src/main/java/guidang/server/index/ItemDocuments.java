package guidang.server.index;

import com.fasterxml.jackson.annotation.JsonInclude;
import guidang.server.campaigns.Due;
import guidang.server.index.ItemFacts.Said;
import guidang.server.journal.Journal;
import guidang.server.journal.JournalRecord;
import guidang.server.journal.StreamKey;
import guidang.server.kernel.Code;
import guidang.server.objects.Blobs;
import guidang.server.rectification.Item;
import guidang.server.rectification.ItemCodec;
import guidang.server.rectification.ItemRecord;
import guidang.server.rectification.ItemWords;
import guidang.server.rectification.ProgressWords;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

/// Rectification items, in spans (ADR 13). All spans of an item are made
/// together, at one view; those that did not change since the view before the
/// batch are not written again.
@Component
final class ItemDocuments implements DocumentSource {
    private static final int AT_ONCE = 16;
    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_NULL)).build();

    private final Journal journal;
    private final Blobs blobs;
    private final Places places;
    private final Due days;

    ItemDocuments(Journal journal, Blobs blobs, Places places, Due days) {
        this.journal = journal;
        this.blobs = blobs;
        this.places = places;
        this.days = days;
    }

    @Override
    public Lane lane() {
        return Lane.RECTIFICATIONS;
    }

    @Override
    public Flux<Document> documents(Batch batch) {
        ItemSources sources = new ItemSources(journal, batch);
        return sources.changed().collect(HashSet<StreamKey>::new, Set::add)
                .flatMapMany(spilt -> batch.touched("rectifications").filter(key -> !spilt.contains(key))
                        .flatMap(key -> item(batch, key, sources, false), AT_ONCE)
                        .concatWith(Flux.fromIterable(spilt).flatMap(key -> item(batch, key, sources, true), AT_ONCE)));
    }

    /// @param all
    ///            whether those that did not change are written too: what was sealed
    ///            and released within the batch may have been written as it was in
    ///            between, by another projector
    private Flux<Document> item(Batch batch, StreamKey key, ItemSources sources, boolean all) {
        return batch.stream(key).flatMapMany(stream -> {
            Optional<Item> now = fold(stream);
            return now.isEmpty()
                    ? unreadable(batch, key, stream)
                    : made(batch, now.get(), fold(batch.earlier(stream)), sources)
                            .concatMap(new Writing(batch, all)::written);
        });
    }

    /// Empty where it is not there, or a record can't be read by this release.
    private static Optional<Item> fold(List<JournalRecord> stream) {
        try {
            return Item.of(stream);
        } catch (RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    private static Flux<Document> unreadable(Batch batch, StreamKey key, List<JournalRecord> stream) {
        if (stream.isEmpty()) {
            return Flux.empty();
        }
        List<JournalRecord> earlier = batch.earlier(stream);
        String before = !earlier.isEmpty() && fold(earlier).isEmpty() ? "" : null;
        return Flux.just(new Document(key.value(), batch.to(), "", before, null, "record-unreadable"));
    }

    /// A span, and the hash of its document as of the view before the batch.
    private record Change(MadeItem made, @Nullable String before) {}

    private Flux<Change> made(Batch batch, Item now, Optional<Item> earlier, ItemSources sources) {
        ItemRecord.Source source = now.opened().source();
        Code organization = now.opened().organization();
        return Mono.zip(stays(batch, organization), sources.of(source == null ? null : source.report()), (stays, spilt) -> {
            Map<String, String> before = earlier.map(item -> MadeItem
                    .all(item, places.stays(organization, batch.placedBefore()), days.timeZone(), !spilt.before()).stream()
                    .collect(Collectors.toMap(MadeItem::id, made -> made.document().hash()))).orElse(Map.of());
            return MadeItem.all(now, stays, days.timeZone(), !spilt.now()).stream()
                    .map(made -> new Change(made, before.get(made.id()))).toList();
        }).flatMapIterable(changes -> changes);
    }

    /// The tree of this replica may be a moment behind. An organisation without a
    /// place lies nowhere: in no scope.
    private Mono<List<Stay>> stays(Batch batch, Code organization) {
        return Mono.fromSupplier(() -> places.stays(organization, batch.placed())).filter(all -> !all.isEmpty())
                .repeatWhenEmpty(100, tries -> tries.delayElements(Duration.ofMillis(50)))
                .onErrorResume(gone -> Mono.empty()).defaultIfEmpty(List.of());
    }

    /// Writes the spans of one item: most of them have the same words.
    private final class Writing {
        private final Batch batch;
        private final boolean all;
        private final Map<Said, Mono<ItemWords>> read = new HashMap<>();

        Writing(Batch batch, boolean all) {
            this.batch = batch;
            this.all = all;
        }

        Mono<Document> written(Change change) {
            MadeItem made = change.made;
            String hash = made.document().hash();
            if (!all && hash.equals(change.before)) {
                return Mono.empty();
            }
            Document as = new Document(made.id(), batch.to(), hash, change.before, null, null);
            return said(made).publishOn(Schedulers.parallel()).map(whole -> as.holding(JSON.writeValueAsBytes(whole)))
                    .defaultIfEmpty(as.faulty("blob-missing"))
                    .onErrorResume(SlotDocuments::unreadable, broken -> Mono.just(as.faulty("blob-unreadable")));
        }

        /// With its words; what is so no more has its aspect alone. Empty where a blob
        /// is not there.
        private Mono<ItemDocument> said(MadeItem made) {
            Said said = made.words();
            if (said == null) {
                return Mono.just(made.document());
            }
            Mono<ItemWords> words = read.computeIfAbsent(said,
                    key -> blobs.get(key.operation(), key.details()).map(ItemCodec::words).cache());
            return made.document().to() != null
                    ? words.map(known -> made.document().with(aspect(known), null))
                    : words.zipWith(progress(made), (known, done) -> made.document().with(aspect(known), text(known, done)));
        }
    }

    private Mono<List<ProgressWords>> progress(MadeItem made) {
        return Flux.fromIterable(made.progress()).concatMap(said -> blobs.get(said.operation(), said.details()))
                .map(ItemCodec::progress).collectList().filter(all -> all.size() == made.progress().size());
    }

    private static ItemDocument.Text text(ItemWords words, List<ProgressWords> done) {
        List<String> progress = done.stream().flatMap(each -> Stream.ofNullable(each.words())).toList();
        Stream<String> names = Stream.concat(done.stream().flatMap(each -> each.fileNames().stream()),
                Stream.ofNullable(words.evidence()));
        return ItemDocument.Text.of(words, progress, names.map(FileNames::divided).toList());
    }

    private static @Nullable String aspect(ItemWords words) {
        String aspect = words.aspect();
        return aspect == null || aspect.isBlank() ? null : aspect.strip();
    }
}
