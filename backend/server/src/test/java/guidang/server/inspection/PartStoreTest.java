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

    private final MemoryObjects work = MemoryObjects.work();
    private final PartStore parts = new PartStore(work);

    @Test
    void countsWhatSomebodyHasNotFinished() {
        UploadId first = begin(NOON, "zhang");
        begin(NOON, "zhang");
        begin(NOON, "a/../b 李");
        StepVerifier.create(parts.unfinished("zhang")).expectNext(2L).verifyComplete();
        StepVerifier.create(parts.unfinished("a/../b 李")).expectNext(1L).verifyComplete();
        StepVerifier.create(parts.creation(first).flatMap(creation -> parts.delete(first, creation))).verifyComplete();
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
        StepVerifier.create(late.arrived(id)).expectNext(new PartStore.Arrived(30, 1)).verifyComplete();
    }

    @Test
    void forgetsWhatExpired() {
        UploadId old = begin(NOON, "zhang");
        StepVerifier.create(parts.put(old, 0, Payload.of(new byte[10]))).verifyComplete();
        UploadId fresh = begin(NOON.plusSeconds(60), "zhang");
        StepVerifier.create(parts.expire(NOON.plusSeconds(30))).expectNext(1L).verifyComplete();
        StepVerifier.create(new Staging(work).expire(NOON.plusSeconds(30))).expectNext(2L).verifyComplete();
        assertThat(keys("staging/")).containsExactly(Layout.resumable(fresh.value()));
        assertThat(keys(Layout.states("uploads"))).hasSize(1);
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
