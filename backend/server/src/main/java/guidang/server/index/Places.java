package guidang.server.index;

import guidang.server.kernel.Code;
import java.util.List;

/// Where organisations lay and what they were, as documents are made of it.
@FunctionalInterface
interface Places {
    /// All stays that began before the view, in order: the last one is that of the
    /// view. Empty where the organisation is not known (yet: this replica's tree may
    /// be a moment behind).
    List<Stay> stays(Code organization, long view);
}
