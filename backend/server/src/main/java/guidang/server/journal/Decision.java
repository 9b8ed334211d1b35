package guidang.server.journal;

import java.util.List;

/// A pure function from the state of the journal to records, a refusal, or a
/// need.
///
/// It may run several times, on several views, and must then decide the same
/// from the same view: ids, times and random values are fixed before the command
/// is submitted. It refuses by throwing a [guidang.server.kernel.Problem]. A
/// stream that it reads and that is not loaded makes the journal load it and
/// decide again.
@FunctionalInterface
public interface Decision {
    List<NewRecord> decide(View view);
}
