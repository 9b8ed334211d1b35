package guidang.server.filing;

import java.util.List;

/// What one organisation is to file, by campaign and document.
public record Obligations(List<Obligation> items) {}
