package guidang.server.rectification;

import guidang.server.journal.JournalRecord;
import guidang.server.kernel.OperationId;
import java.util.List;
import java.util.Optional;

/// An organisation's register of a campaign, folded from its stream: which
/// items are in it, not how they are.
///
/// @param entries
///            in the order of their numbers
public record Register(List<Entered> entries) {
    public Register {
        entries = List.copyOf(entries);
    }

    public static Register of(List<JournalRecord> stream) {
        return new Register(stream.stream().map(ItemCodec::entered).toList());
    }

    /// In the order of their numbers, from 1.
    public List<OperationId> items() {
        return entries.stream().flatMap(entered -> entered.items().stream()).map(Entered.Entry::item).toList();
    }

    /// The items that came from a version of a report.
    public List<Entered.Entry> from(OperationId report) {
        return entries.stream().filter(entered -> report.equals(entered.report())).flatMap(entered -> entered.items().stream())
                .toList();
    }

    /// The item that a problem of a report has become.
    public Optional<OperationId> of(OperationId report, int problem) {
        return from(report).stream().filter(entry -> Integer.valueOf(problem).equals(entry.problem()))
                .map(Entered.Entry::item).findFirst();
    }

    /// The next item's number, from the register's stream: the last entry alone
    /// tells it, however long the register is.
    public static int next(List<JournalRecord> stream) {
        if (stream.isEmpty()) {
            return 1;
        }
        Entered last = ItemCodec.entered(stream.getLast());
        return last.first() + last.items().size();
    }
}
