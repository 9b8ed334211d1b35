package guidang.server.journal;

/// The JSON of the watermark (docs/FORMAT.md, format 1): all commits below that
/// number are materialised and durable.
record WatermarkDocument(int format, long commits) {}
