/// Reads what a report is made of: title, sections, items, problems, causes,
/// measures, and what is wrong with them. JDK only, pure, deterministic, and
/// linear in its input; it uses no regular expressions.
///
/// In order: [Paragraphs] from lines and marks, [Label]s at their starts,
/// [Front] and [Back], the [Outline] of sections, [Units] in them,
/// [Statements], and the checks. `docs/READING.md` has the definitions.
@NullMarked
package guidang.reader.structure;

import org.jspecify.annotations.NullMarked;
