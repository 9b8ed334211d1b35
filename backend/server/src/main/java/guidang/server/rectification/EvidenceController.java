package guidang.server.rectification;

import guidang.server.access.Caller;
import guidang.server.filing.Originals;
import guidang.server.filing.Ticket;
import guidang.server.filing.Tickets;
import guidang.server.kernel.Code;
import guidang.server.kernel.OperationId;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import guidang.server.objects.Blobs;
import guidang.server.rectification.Item.Step;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Files that show what was done: by tickets, and small beforehand.
@RestController
@RequestMapping("/api/rectifications/{organization}/{item}/steps/{position}/evidence/{n}")
class EvidenceController implements Originals {
    private final Items items;
    private final Blobs blobs;
    private final Tickets tickets;

    EvidenceController(Items items, Blobs blobs, Tickets tickets) {
        this.items = items;
        this.blobs = blobs;
        this.tickets = tickets;
    }

    /// A link to one file, for whoever may read the item.
    @PostMapping("/tickets")
    Mono<Ticket> ticket(@Parameter(hidden = true) Caller caller, @PathVariable Code organization, @PathVariable String item,
            @PathVariable int position, @PathVariable int n) {
        return items.readable(caller, organization, item).map(found -> evidence(found.step(position), n))
                .map(_ -> tickets.issue(organization + "/" + item + "/" + position, n));
    }

    /// An image, small and without what a camera adds; 404 where there is none.
    @GetMapping(path = "/preview", produces = MediaType.IMAGE_JPEG_VALUE)
    Mono<ResponseEntity<byte[]>> preview(@Parameter(hidden = true) Caller caller, @PathVariable Code organization,
            @PathVariable String item, @PathVariable int position, @PathVariable int n) {
        return items.readable(caller, organization, item).map(found -> found.step(position))
                .flatMap(step -> Mono.justOrEmpty(evidence(step, n).preview())
                        .flatMap(ref -> blobs.get(step.record().operation(), ref)))
                .switchIfEmpty(Mono.error(EvidenceController::notFound)).map(EvidenceController::image);
    }

    /// It never changes; only who fetched it keeps it.
    private static ResponseEntity<byte[]> image(byte[] jpeg) {
        return ResponseEntity.ok().cacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable())
                .header("X-Content-Type-Options", "nosniff").contentType(MediaType.IMAGE_JPEG).body(jpeg);
    }

    /// The owner is the path of the step: organisation, item and position.
    @Override
    public Mono<Original> find(String owner, int n) {
        String[] path = owner.split("/", -1);
        return path.length != 3
                ? Mono.empty()
                : items.find(new Code(path[0]), new OperationId(path[1])).map(item -> item.step(Integer.parseInt(path[2])))
                        .flatMap(step -> original(step, n));
    }

    private Mono<Original> original(Step step, int n) {
        ItemRecord.Evidence file = evidence(step, n);
        return items.progress(step).map(words -> words.fileNames().get(n)).defaultIfEmpty("")
                .map(name -> new Original(step.record().operation(), file.blob(), file.mediaType(), name));
    }

    private static ItemRecord.Evidence evidence(Step step, int n) {
        if (!(step.fact() instanceof ItemRecord.Progressed done) || n < 0 || n >= done.evidence().size()) {
            throw notFound();
        }
        return done.evidence().get(n);
    }

    private static Problem notFound() {
        return new Problem(ProblemType.NOT_FOUND);
    }
}
