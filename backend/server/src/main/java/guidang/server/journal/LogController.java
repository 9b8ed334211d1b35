package guidang.server.journal;

import guidang.server.access.Caller;
import guidang.server.access.Role;
import guidang.server.access.Scopes;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// The log for those who watch it: C2SP tlog-tiles under the prefix `/api/log`.
/// Hashes are for everybody; entries name organisations and are for those who
/// read the whole tree.
@RestController
@RequestMapping("/api/log")
class LogController {
    private static final String BYTES = MediaType.APPLICATION_OCTET_STREAM_VALUE;
    private static final CacheControl FOR_EVER = CacheControl.maxAge(Duration.ofDays(365)).immutable();

    private final OpenJournal journal;
    private final LogKey key;
    private final Scopes scopes;

    LogController(OpenJournal journal, LogKey key, Scopes scopes) {
        this.journal = journal;
        this.key = key;
        this.scopes = scopes;
    }

    @Operation(summary = "The newest signed checkpoint (C2SP tlog-checkpoint)")
    @GetMapping(path = "/checkpoint", produces = MediaType.TEXT_PLAIN_VALUE)
    Mono<ResponseEntity<String>> checkpoint() {
        return journal.opened().checkpoint()
                .map(note -> ResponseEntity.ok().cacheControl(CacheControl.noCache()).contentType(utf8()).body(note));
    }

    @Operation(summary = "The key that checkpoints are verified with (C2SP signed-note verifier key)")
    @GetMapping(path = "/key", produces = MediaType.TEXT_PLAIN_VALUE)
    Mono<String> verifierKey() {
        return Mono.just(key.verifierKey() + "\n");
    }

    @Operation(summary = "A tile of hashes: level/index[.p/width] (C2SP tlog-tiles)")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = BYTES, schema = @Schema(type = "string", format = "binary")))
    @GetMapping(path = "/tile/{level:[0-5]}/{*index}", produces = BYTES)
    Mono<ResponseEntity<byte[]>> tile(@PathVariable String level, @PathVariable String index) {
        return bytes("tile/" + level + index);
    }

    @Operation(summary = "A bundle of entries: index[.p/width] (C2SP tlog-tiles); officers and auditors at the root")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = BYTES, schema = @Schema(type = "string", format = "binary")))
    @GetMapping(path = "/tile/entries/{*index}", produces = BYTES)
    Mono<ResponseEntity<byte[]>> entries(Caller caller, @PathVariable String index) {
        if (!scopes.atRoot(caller, Role.OFFICER) && !scopes.atRoot(caller, Role.AUDITOR)) {
            return Mono.error(new Problem(ProblemType.FORBIDDEN));
        }
        return bytes("tile/entries" + index);
    }

    private Mono<ResponseEntity<byte[]>> bytes(String path) {
        return Mono.justOrEmpty(Tile.parse(path)).flatMap(journal.opened()::tile)
                .switchIfEmpty(Mono.error(() -> new Problem(ProblemType.NOT_FOUND)))
                .map(bytes -> ResponseEntity.ok().cacheControl(FOR_EVER).contentType(MediaType.APPLICATION_OCTET_STREAM)
                        .body(bytes));
    }

    private static MediaType utf8() {
        return MediaType.parseMediaType("text/plain;charset=UTF-8");
    }
}
