package guidang.server.filing;

/// The answer to a filing: what is now in the archive, and the proof.
///
/// @param position
///            hand it to other requests to read what was just written
public record FiledReport(Report report, ReceiptView receipt, long position) {}
