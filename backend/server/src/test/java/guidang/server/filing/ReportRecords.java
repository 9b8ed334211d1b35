package guidang.server.filing;

import guidang.server.journal.NewRecord;
import guidang.server.journal.StreamKey;

/// Records of reports as this room writes them, for the tests of other rooms.
public final class ReportRecords {
    private ReportRecords() {
    }

    public static NewRecord write(StreamKey slot, SlotRecord record) {
        return ReportCodec.write(slot, record);
    }
}
