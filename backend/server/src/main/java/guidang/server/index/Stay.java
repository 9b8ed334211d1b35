package guidang.server.index;

import java.time.Instant;

/// Where an organisation lay from a commit on, until its next stay.
///
/// @param since
///            when that commit was made
/// @param type
///            what it was there
/// @param level
///            1 is the highest
record Stay(long commit, Instant since, String path, String type, int level) {}
