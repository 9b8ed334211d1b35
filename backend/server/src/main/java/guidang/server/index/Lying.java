package guidang.server.index;

import guidang.server.review.Levels;

/// Where the organisation of a slot lies in the tree of a view.
///
/// @param path
///            empty where it has none: then it lies in no scope
/// @param levels
///            who accepts what it files
record Lying(String path, Levels levels) {}
