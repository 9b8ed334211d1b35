package guidang.server.index;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/// How the index is kept. Where Elasticsearch is reached:
/// `spring.elasticsearch.uris`.
///
/// @param prefix
///            stands before the names of all indices and aliases, so that
///            several installations share a cluster
/// @param replica
///            this replica's name in the projector's lease; the same after a
///            restart, so that it goes on at once; default: the host's name
/// @param refresh
///            how often what was written becomes searchable
/// @param await
///            how long a reader may wait for its own position
/// @param answer
///            how long Elasticsearch may take for what a person waits for,
///            before it is said to be away
/// @param work
///            how long it may take for a request of the projector's, before that
///            is repeated
/// @param lease
///            how long the projecting replica may be silent before another one
///            takes over
/// @param patience
///            the longest pause between two attempts while Elasticsearch is away
/// @param bulk
///            size of one bulk request
/// @param reading
///            the largest reading that is indexed; a larger one is quarantined
/// @param shards
///            primary shards of a new generation
@Validated
@ConfigurationProperties("guidang.index")
public record IndexSettings(@NotNull @Pattern(regexp = "|[a-z0-9][a-z0-9-]{0,31}") @DefaultValue("") String prefix,
        @Nullable String replica, @NotNull @DefaultValue("500ms") Duration refresh,
        @NotNull @DefaultValue("5s") Duration await, @NotNull @DefaultValue("10s") Duration answer,
        @NotNull @DefaultValue("2m") Duration work,
        @NotNull @DefaultValue("15s") Duration lease,
        @NotNull @DefaultValue("5s") Duration patience, @NotNull @DefaultValue("5MB") DataSize bulk,
        @NotNull @DefaultValue("32MB") DataSize reading, @Min(1) @Max(1024) @DefaultValue("1") int shards) {
    /// The name in the lease.
    String holder() {
        if (replica != null && !replica.isBlank()) {
            return replica;
        }
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }
}
