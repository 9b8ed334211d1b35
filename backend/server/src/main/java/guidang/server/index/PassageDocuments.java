package guidang.server.index;

import guidang.server.access.OrganizationPaths;
import guidang.server.filing.ReportRecord.Filed;
import guidang.server.filing.Version;
import guidang.server.inspection.ReadDocument;
import guidang.server.kernel.Digests;
import guidang.server.objects.Blobs;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

/// One document a version of a report: where it lies, and the sketch of its
/// sections, made of its reading alone. A version that is no more current has
/// none, and its reading is not read.
@Component
final class PassageDocuments implements DocumentSource, SlotDocuments.Maker {
    /// Of the rules by which sketches are made; sketches of different rules have
    /// nothing in common, so a new version is a rebuild.
    private static final int RULES = 1;
    private static final JsonMapper JSON = new JsonMapper();

    private final Blobs blobs;
    private final SlotDocuments slots;
    private final long largest;

    PassageDocuments(Blobs blobs, OrganizationPaths paths, IndexSettings settings) {
        this.blobs = blobs;
        this.slots = new SlotDocuments(paths, this, (_, _) -> Mono.just(List.of()));
        this.largest = settings.reading().toBytes();
    }

    @Override
    public Lane lane() {
        return Lane.PASSAGES;
    }

    @Override
    public Flux<Document> documents(Batch batch) {
        return slots.documents(batch);
    }

    @Override
    public String hash(Version version, Lying lying) {
        Filed filed = version.filed();
        String all = String.join("\0", Lane.PASSAGES.mapping() + "." + RULES, lying.path(), String.valueOf(version.current()),
                filed.report().value(), filed.reading().sha256());
        return Digests.hex(all.getBytes(StandardCharsets.UTF_8)).substring(0, 32);
    }

    @Override
    public Mono<Document> document(Version version, Lying lying, Document as) {
        Filed filed = version.filed();
        if (!version.current()) {
            return Mono.just(as.holding(json(version, lying.path(), "", as.hash())));
        }
        if (filed.reading().size() > largest) {
            return Mono.just(as.faulty("reading-too-large"));
        }
        return blobs.get(filed.blobs(), filed.reading()).publishOn(Schedulers.parallel())
                .map(reading -> as.holding(json(version, lying.path(),
                        ReadDocument.of(reading).script(List.of()).sketch().words(), as.hash())));
    }

    private static byte[] json(Version version, String path, String sketch, String hash) {
        Filed filed = version.filed();
        return JSON.writeValueAsBytes(new PassageDocument(filed.report().value(), filed.organization().value(), path,
                Where.upTo(path), filed.campaign().value(), filed.documentType().value(), filed.period().value(),
                version.current(), sketch, hash));
    }
}
