package guidang.server.filing;

import guidang.server.journal.Receipt;
import java.util.List;

/// A receipt as it is kept by whoever filed: proves, without this server, that
/// the record is in the log (RFC 6962 §2.1.1, C2SP signed note). The members are
/// those of [Receipt].
public record ReceiptView(int format, String origin, String record, long leafIndex, long treeSize, List<String> proof,
        String checkpoint) {
    public static ReceiptView of(Receipt receipt) {
        return new ReceiptView(receipt.format(), receipt.origin(), receipt.record(), receipt.leafIndex(), receipt.treeSize(),
                receipt.proof(), receipt.checkpoint());
    }
}
