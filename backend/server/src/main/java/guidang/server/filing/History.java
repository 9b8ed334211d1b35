package guidang.server.filing;

import java.util.List;

/// Everything that happened in a report's slot, in order.
public record History(List<HistoryEvent> items) {}
