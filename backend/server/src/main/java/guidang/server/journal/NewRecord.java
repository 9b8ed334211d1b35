package guidang.server.journal;

/// A fact about to be committed. The journal adds format, stream, position and
/// operation and keeps the exact bytes (the leaf).
///
/// @param data
///            JSON of one object; no words of a document, no person's name
public record NewRecord(StreamKey stream, String type, String data) {}
