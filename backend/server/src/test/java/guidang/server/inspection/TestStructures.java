package guidang.server.inspection;

import guidang.reader.structure.Paper;
import guidang.reader.structure.StructureReader;

/// What the reader makes of a text, for other rooms' tests.
public final class TestStructures {
    private TestStructures() {
    }

    public static ReadStructure of(String text) {
        return ReadStructure.of(StructureReader.read(Paper.of(text)));
    }
}
