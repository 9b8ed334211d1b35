package guidang.server.system;

import guidang.server.access.AccessSettings;
import guidang.server.campaigns.Due;
import guidang.server.inspection.InspectionSettings;
import guidang.server.journal.LogKey;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// What the pages must know before anybody signs in.
@RestController
class ConfigController {
    private final ServerConfig config;

    ConfigController(AccessSettings access, SystemSettings system, Due due, InspectionSettings inspection, LogKey log) {
        config = new ServerConfig(access.issuer().toString(), access.clientId(), access.scope(),
                inspection.uploadLimit().toBytes(), inspection.evidenceLimit().toBytes(),
                due.timeZone().getId(), system.version(), system.demo(), log.origin(), log.verifierKey());
    }

    /// @param uploadLimit
    ///            bytes of one file
    /// @param evidenceLimit
    ///            bytes of one piece of evidence
    /// @param demo
    ///            whether anybody can be anybody here: the pages say so
    /// @param logKey
    ///            verifier key of the log (C2SP signed-note)
    record ServerConfig(String issuer, String clientId, String scope, long uploadLimit, long evidenceLimit, String timeZone,
            String version,
            boolean demo,
            String logOrigin, String logKey) {}

    @GetMapping("/api/config")
    ServerConfig config() {
        return config;
    }
}
