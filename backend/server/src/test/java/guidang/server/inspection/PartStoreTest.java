package guidang.server.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.server.objects.Layout;
import guidang.server.objects.MemoryObjects;
import guidang.server.objects.Payload;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

class PartStoreTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private Instant now = NOON;
    private final MemoryObjects work = MemoryObjects.work(() -> now);
    private final PartStore parts = new PartStore(work);

    @Test
    void countsWhatSomebodyHasNotFinished() {
        UploadId first = begin(NOON, "zhang");
        begin(NOON, "zhang");
        begin(NOON, "a/../b 李");
        StepVerifier.create(parts.unfinished("zhang")).expectNext(2L).verifyComplete();
        StepVerifier.create(parts.unfinished("a/../b 李")).expectNext(1L).verifyComplete();
        StepVerifier.create(parts.delete(first, "zhang")).verifyComplete();
        StepVerifier.create(parts.unfinished("zhang")).expectNext(1L).verifyComplete();
    }

    /// A listing that is late says where to begin, not where to end.
    @Test
    void findsTheEndBehindAListingThatIsLate() {
        UploadId id = begin(NOON, "zhang");
        PartStore late = new PartStore(new guidang.server.objects.ForwardingStore(work) {
            @Override
            public reactor.core.publisher.Flux<String> list(String prefix, String after) {
                return super.list(prefix, after).take(1);
            }
        });
        for (int at = 0; at < 30; at += 10) {
            StepVerifier.create(parts.put(id, at, Payload.of(new byte[10]))).verifyComplete();
        }
        StepVerifier.create(late.arrived(id)).expectNext(new PartStore.Arrived(30, 1, NOON)).verifyComplete();
    }

    @Test
    void forgetsWhatGotNoByteForTooLong() {
        UploadId old = begin(NOON, "zhang");
        arrive(old, 0, NOON.plusSeconds(10));
        arrive(old, 10, NOON.plusSeconds(20));
        UploadId prolonged = begin(NOON, "zhang");
        arrive(prolonged, 0, NOON.plusSeconds(10));
        arrive(prolonged, 10, NOON.plusSeconds(30));
        UploadId begun = begin(NOON.plusSeconds(60), "zhang");
        assertThat(parts.arrived(begun).block()).isEqualTo(new PartStore.Arrived(0, 0, NOON.plusSeconds(60)));
        StepVerifier.create(parts.expire((_, lastByte) -> lastByte.isBefore(NOON.plusSeconds(30)))).expectNext(1L)
                .verifyComplete();
        assertThat(keys("staging/")).containsExactlyInAnyOrder(Layout.resumable(begun.value()),
                Layout.resumable(prolonged.value()), Layout.part(prolonged.value(), 0), Layout.part(prolonged.value(), 10));
        assertThat(keys(Layout.states("uploads"))).hasSize(2);
    }

    /// A kill while parts are removed leaves some, and what is finished stays.
    @Test
    void forgetsWhatAKillLeftOfAnUploadThatIsFinished() {
        UploadId id = begin(NOON, "zhang");
        arrive(id, 0, NOON);
        StepVerifier.create(work.putIfAbsent(Layout.staged(id.value()), Payload.of(new byte[10]))).expectNextCount(1)
                .verifyComplete();
        StepVerifier.create(work.delete(Layout.resumable(id.value()))).verifyComplete();
        StepVerifier.create(parts.expire((_, _) -> true)).expectNext(1L).verifyComplete();
        assertThat(keys("")).containsExactly(Layout.staged(id.value()));
    }

    private void arrive(UploadId id, long offset, Instant at) {
        now = at;
        StepVerifier.create(parts.put(id, offset, Payload.of(new byte[10]))).verifyComplete();
    }

    private List<String> keys(String prefix) {
        return work.list(prefix, "").collectList().blockOptional().orElseThrow();
    }

    private UploadId begin(Instant time, String subject) {
        UploadId id = UploadId.create(time);
        Creation creation = Creation.of(id, new Sender(subject, null), FileName.of("a.pdf"), 100, Purpose.EVIDENCE);
        StepVerifier.create(parts.create(id, creation)).verifyComplete();
        return id;
    }
}
