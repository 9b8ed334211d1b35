package guidang.server.rectification;

import guidang.server.journal.NewRecord;
import guidang.server.journal.StreamKey;

/// Records of items as this room writes them, for the tests of other rooms.
public final class ItemRecords {
    private ItemRecords() {
    }

    public static NewRecord write(StreamKey item, ItemRecord fact) {
        return ItemCodec.write(item, fact);
    }

    public static NewRecord write(StreamKey register, Entered entered) {
        return ItemCodec.write(register, entered);
    }
}
