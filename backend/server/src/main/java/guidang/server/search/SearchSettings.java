package guidang.server.search;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// How search is answered.
///
/// @param cursorKey
///            seals the cursors of pages, the same on all replicas, at least 16
///            characters; derived from the log's signing key where absent
@Validated
@ConfigurationProperties("guidang.search")
public record SearchSettings(@jakarta.validation.constraints.Size(min = 16) @Nullable String cursorKey) {}
