/// Finds passages of two reports that coincide. JDK only, pure, deterministic;
/// memory and time are bounded by [Manuscript#MOST].
///
/// In order: a [Manuscript] is what of a document is compared, a [Script] its
/// letters and shingles, a [Sketch] what the index keeps of it; [Candidates] and
/// the index say which reports may coincide, a [Comparison] of the texts
/// themselves says which do, without what is [Common]. The reasons are
/// in `docs/adr/0011-near-duplicates.md`.
@NullMarked
package guidang.reader.passages;

import org.jspecify.annotations.NullMarked;
