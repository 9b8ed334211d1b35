package guidang.server.query;

/// One value of a facet, and how many reports or items have it.
///
/// @param key
///            what is filtered by: a code, a month, a state
public record FacetCount(String key, long count) {}
