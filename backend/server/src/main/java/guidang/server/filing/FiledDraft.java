package guidang.server.filing;

import org.jspecify.annotations.Nullable;

/// The draft that a filing finishes: it is removed then. It decides nothing and
/// is no part of the filing.
///
/// @param organization
///            that keeps it
/// @param id
///            within the organisation
public record FiledDraft(@Nullable String organization, @Nullable String id) {}
