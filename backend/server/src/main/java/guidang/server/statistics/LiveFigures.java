package guidang.server.statistics;

import guidang.server.query.AsOf;
import guidang.server.query.FiguresAnswer.Figures;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a stream tells.
///
/// @param changed
///            when anything in the caller's scope last changed; absent where
///            there is nothing
record LiveFigures(AsOf asOf, Figures total, @Nullable Instant changed) {}
