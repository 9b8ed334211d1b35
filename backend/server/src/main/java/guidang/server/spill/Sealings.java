package guidang.server.spill;

import guidang.server.access.Caller;
import guidang.server.access.OrganizationPaths;
import guidang.server.access.Role;
import guidang.server.access.Scopes;
import guidang.server.filing.Reason;
import guidang.server.filing.ReportCodec;
import guidang.server.filing.ReportRecord;
import guidang.server.filing.Reports;
import guidang.server.filing.Slot;
import guidang.server.filing.Version;
import guidang.server.objects.Blobs;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Tells how it stands with sealed reports.
@Component
class Sealings {
    private final Reports reports;
    private final Blobs blobs;
    private final Scopes scopes;
    private final OrganizationPaths paths;
    private final Removals removals;

    Sealings(Reports reports, Blobs blobs, Scopes scopes, OrganizationPaths paths, Removals removals) {
        this.reports = reports;
        this.blobs = blobs;
        this.scopes = scopes;
        this.paths = paths;
        this.removals = removals;
    }

    /// Empty where the version is neither sealed nor destroyed.
    Mono<Sealing> of(Caller caller, Version version) {
        ReportRecord.Sealed sealed = version.sealed();
        if (sealed == null) {
            return Mono.empty();
        }
        Mono<Optional<Sealing.Progress>> removal = version.state() == Version.State.DESTROYED
                ? removals.progress(version.id()).map(Optional::of)
                : Mono.just(Optional.empty());
        return Mono.zip(reason(version, sealed), removal, (reason, progress) -> new Sealing(version.id().value(), sealed.ground(),
                sealed.receivedAt(), reason.map(Reason::reason).orElse(null), mayDecide(caller, version, sealed),
                progress.orElse(null)));
    }

    private Mono<Optional<Reason>> reason(Version version, ReportRecord.Sealed sealed) {
        return reports.slot(version.id().value())
                .flatMap(slot -> Mono.justOrEmpty(act(slot, sealed)))
                .flatMap(act -> blobs.get(act.record().operation(), sealed.details())).map(ReportCodec::reason)
                .map(Optional::of).defaultIfEmpty(Optional.empty());
    }

    private static Optional<Slot.Act> act(Slot slot, ReportRecord.Sealed sealed) {
        return slot.acts().stream().filter(act -> act.fact().equals(sealed)).findFirst();
    }

    private boolean mayDecide(Caller caller, Version version, ReportRecord.Sealed sealed) {
        return version.state() == Version.State.SEALED && !sealed.actor().equals(caller.subject())
                && paths.path(version.filed().organization()).filter(path -> scopes.may(caller, Role.OFFICER, path)).isPresent();
    }
}
