package guidang.server.notices;

import guidang.server.filing.Obligation;
import guidang.server.kernel.Code;
import guidang.server.kernel.Digests;
import guidang.server.kernel.OperationId;
import guidang.server.kernel.Period;
import java.nio.charset.StandardCharsets;

/// The place of one document of one organisation in one campaign.
record SlotKey(Code campaign, Code organization, Code documentType, Period period) {
    /// 16 characters that stand for it in a key.
    String digest() {
        String written = "reports/" + campaign + "/" + organization + "/" + documentType + "/" + period;
        return OperationId.base32(Digests.sha256(written.getBytes(StandardCharsets.UTF_8)), 16);
    }

    boolean is(Obligation owed) {
        return owed.campaign().equals(campaign) && owed.documentType().equals(documentType)
                && owed.period().equals(period.value());
    }
}
