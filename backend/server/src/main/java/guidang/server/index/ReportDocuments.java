package guidang.server.index;

import com.fasterxml.jackson.annotation.JsonInclude;
import guidang.server.access.OrganizationPaths;
import guidang.server.campaigns.Due;
import guidang.server.filing.ReportCodec;
import guidang.server.filing.ReportDetails;
import guidang.server.filing.ReportRecord.Filed;
import guidang.server.filing.Version;
import guidang.server.objects.Blobs;
import java.time.ZoneId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

/// One document a version of a report: facts from its slot's stream, words from
/// its reading and details.
@Component
final class ReportDocuments implements DocumentSource, SlotDocuments.Maker {
    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_NULL)).build();

    private final Blobs blobs;
    private final SlotDocuments slots;
    private final ZoneId zone;
    private final long largest;

    ReportDocuments(Blobs blobs, OrganizationPaths paths, Acceptances acceptances, IndexSettings settings, Due days) {
        this.blobs = blobs;
        this.slots = new SlotDocuments(paths, this, acceptances::of);
        this.zone = days.timeZone();
        this.largest = settings.reading().toBytes();
    }

    @Override
    public Lane lane() {
        return Lane.REPORTS;
    }

    @Override
    public Flux<Document> documents(Batch batch) {
        return slots.documents(batch);
    }

    @Override
    public String hash(Version version, Lying lying) {
        return ReportFacts.of(version, lying, zone).hash(version.filed());
    }

    @Override
    public Mono<Document> document(Version version, Lying lying, Document as) {
        Filed filed = version.filed();
        ReportFacts facts = ReportFacts.of(version, lying, zone);
        if (version.closed()) {
            return Mono.just(as.holding(withoutWords(facts, filed, as.hash())));
        }
        if (filed.reading().size() > largest) {
            return Mono.just(as.faulty("reading-too-large"));
        }
        return Mono.zip(blobs.get(filed.blobs(), filed.reading()), blobs.get(filed.blobs(), filed.details()))
                .publishOn(Schedulers.parallel())
                .map(both -> as.holding(json(facts, as.hash(), both.getT1(), both.getT2())));
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
}
