package guidang.server.index;

import guidang.server.index.ReportQuestion.Levels;
import org.jspecify.annotations.Nullable;

/// What is asked of the obligations.
///
/// @param below
///            the path of an organisation: it and those below it
/// @param levels
///            the organisations of the rows
/// @param position
///            of the journal, waited for at most `guidang.index.await`; 0: none
public record FiguresQuestion(String campaign, @Nullable String below, Levels levels, long position) {}
