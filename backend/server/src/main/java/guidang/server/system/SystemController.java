package guidang.server.system;

import guidang.server.access.Caller;
import guidang.server.access.Role;
import guidang.server.access.Scopes;
import guidang.server.index.IndexControl;
import guidang.server.index.IndexStatus;
import guidang.server.index.Rebuilds;
import guidang.server.inspection.Scanning;
import guidang.server.journal.Journal;
import guidang.server.objects.ObjectsSettings;
import java.util.EnumSet;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// How the installation fares, and the one thing that may be done about it.
@RestController
class SystemController {
    private final Journal journal;
    private final IndexControl index;
    private final Rebuilds rebuilds;
    private final ObjectsSettings objects;
    private final Scanning scanning;
    private final Scopes scopes;

    SystemController(Journal journal, IndexControl index, Rebuilds rebuilds, ObjectsSettings objects, Scanning scanning,
            Scopes scopes) {
        this.journal = journal;
        this.index = index;
        this.rebuilds = rebuilds;
        this.objects = objects;
        this.scanning = scanning;
        this.scopes = scopes;
    }

    /// @param scanner
    ///            the virus scanner
    record SystemStatus(JournalStatus journal, IndexStatus index, StoreStatus store, Scanning.ScannerStatus scanner) {}

    /// @param position
    ///            how many commits this replica has applied
    record JournalStatus(long position) {}

    /// @param kind
    ///            `files` or `s3`
    record StoreStatus(String kind) {}

    @GetMapping("/api/system/status")
    Mono<SystemStatus> status() {
        return Mono.zip(index.status(), scanning.status()).map(both -> status(both.getT1(), both.getT2()));
    }

    private SystemStatus status(IndexStatus status, Scanning.ScannerStatus scanner) {
        return new SystemStatus(new JournalStatus(journal.position()), status,
                new StoreStatus(objects.kind().name().toLowerCase(Locale.ROOT)), scanner);
    }

    /// Fills the index anew while it goes on being searched and written; its
    /// progress stands in the status, and it is a job. For an administrator at
    /// the root.
    @PostMapping("/api/system/rebuild")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<SystemStatus> rebuild(Caller caller) {
        scopes.requireAtRoot(caller, Role.ADMINISTRATOR);
        return rebuilds.start(caller, scopes.tops(caller, EnumSet.of(Role.ADMINISTRATOR)).getFirst()).then(status());
    }
}
