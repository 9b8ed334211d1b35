package guidang.server.filing;

import java.time.Instant;

/// A link to one file of one report, for whoever holds it, for a short time: a
/// bearer token does not travel in a link.
///
/// @param url
///            path on this server; with `?download` the browser saves the file
public record Ticket(String url, Instant expiresAt) {}
