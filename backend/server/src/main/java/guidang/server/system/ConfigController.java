package guidang.server.system;

import guidang.server.access.AccessSettings;
import guidang.server.inspection.InspectionSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// What the pages must know before anybody signs in.
@RestController
class ConfigController {
    private final ServerConfig config;

    ConfigController(AccessSettings access, InspectionSettings inspection, SystemSettings system) {
        config = new ServerConfig(access.issuer().toString(), access.clientId(), access.scope(),
                inspection.uploadLimit().toBytes(),
                system.timeZone().getId(), system.version(), system.demo(), null, null);
    }

    /// @param uploadLimit
    ///            bytes of one file
    /// @param demo
    ///            whether anybody can be anybody here: the pages say so
    /// @param logKey
    ///            verifier key of the log (C2SP signed-note)
    record ServerConfig(String issuer, String clientId, String scope, long uploadLimit, String timeZone, String version,
            boolean demo,
            @Nullable String logOrigin, @Nullable String logKey) {}

    @GetMapping("/api/config")
    ServerConfig config() {
        return config;
    }
}
