package guidang.server.journal;

/// The JSON of the watermark (docs/FORMAT.md, format 1): all commits below that
/// number are materialised and durable.
///
/// @param by
///            the replica that came so far: it goes on, the others leave it to
///            it while it does
record WatermarkDocument(int format, long commits, String by) {}
