package guidang.server.statistics;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/// What the tables of the rectification register take: which items, as of when.
///
/// @param organization
///            it and those below it; none: the whole scope
/// @param alone
///            that organisation without those below it
/// @param campaign
///            none: all
/// @param asOf
///            as in [Asked]
/// @param tree
///            as in [Asked]
/// @param position
///            as in [Asked]
record ItemsAsked(@Nullable String organization, @Nullable Boolean alone, @Nullable String campaign, @Nullable String asOf,
        @Pattern(regexp = "now|then") @Nullable String tree, @Min(0) @Nullable Long position) {
    Asked asked() {
        return new Asked(campaign, organization, alone, asOf, tree, null, null, null, null, null, null, position);
    }
}
