package guidang.server.search;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// How search is answered.
///
/// @param cursorKey
///            seals the cursors of pages, the same on all replicas, at least 16
///            characters; without it each process makes its own, and a cursor
///            ends with the process
@Validated
@ConfigurationProperties("guidang.search")
public record SearchSettings(@jakarta.validation.constraints.Size(min = 16) @Nullable String cursorKey) {}
