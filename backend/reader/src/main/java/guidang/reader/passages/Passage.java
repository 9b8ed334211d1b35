package guidang.reader.passages;

import guidang.reader.protocol.Structure.Span;
import java.util.List;

/// Words of two reports that coincide, on each side whole sentences.
public record Passage(Side here, Side there) {
    /// Words of one report.
    ///
    /// @param role
    ///            of the section in which it stands
    /// @param start
    ///            UTF-16 offset into the text; so is `end`, one past the last
    /// @param same
    ///            what of it stands on the other side too, ascending
    public record Side(String role, int start, int end, List<Span> same) {
        public Side {
            same = List.copyOf(same);
        }
    }
}
