package guidang.server.campaigns;

import guidang.server.kernel.Code;

/// An organisation that is to file.
///
/// @param path
///            where it lay when the campaign opened, from the root, each code
///            followed by a slash
public record RosterRow(Code organization, String path) {}
