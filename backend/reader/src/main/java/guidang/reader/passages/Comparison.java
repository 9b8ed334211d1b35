package guidang.reader.passages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Compares two scripts by all their shingles. They coincide where a section
/// has [#SHARED] shingles and [#SHARE] of its own in common with the other one,
/// not counting what many reports say.
public final class Comparison {
    /// Shingles: two sentences of the usual length.
    static final int SHARED = 60;
    /// Of the shingles of a section.
    static final double SHARE = 0.2;
    /// Of the shingles of a sentence, and so many at the least.
    private static final double OF_A_SENTENCE = 0.25;
    private static final int IN_A_SENTENCE = 4;
    /// Characters of a passage that stand on both sides.
    private static final int IN_A_PASSAGE = 20;

    private final Script here;
    private final Common common;
    private final Held theirs;
    private final Sentences sentences;

    private Comparison(Script here, Script there, Common common) {
        this.here = here;
        this.common = common;
        this.theirs = new Held(there);
        this.sentences = new Sentences(there);
    }

    /// The passages that coincide, in the order of the first one's text; none where
    /// the two do not coincide.
    public static List<Passage> of(Script here, Script there, Common common) {
        Comparison comparison = new Comparison(here, there, common);
        return here.parts().stream().anyMatch(comparison::coincides) ? comparison.passages() : List.of();
    }

    private boolean coincides(Script.Part part) {
        long[] own = Arrays.stream(part.shingles()).filter(this::counts).sorted().distinct().toArray();
        long shared = Arrays.stream(own).filter(theirs::has).count();
        return shared >= SHARED && shared >= SHARE * own.length;
    }

    private boolean counts(long shingle) {
        return shingle != Script.NONE && !common.has(shingle);
    }

    private List<Passage> passages() {
        Held ours = new Held(here);
        List<Passage> passages = new ArrayList<>();
        for (Script.Part part : here.parts()) {
            for (Run run : runs(part)) {
                Sentences.Place from = sentences.place(run.partner);
                Sentences.Place to = sentences.place(run.lastPartner);
                passages.add(new Passage(Sides.of(part, run.first, run.last, theirs),
                        Sides.of(from.part(), from.sentence(), to.sentence(), ours)));
            }
        }
        return passages.stream().filter(Comparison::isLong).toList();
    }

    private static boolean isLong(Passage passage) {
        return passage.here().same().stream().mapToInt(same -> same.end() - same.start()).sum() >= IN_A_PASSAGE;
    }

    /// Sentences one after another whose partners stand one after another too; one
    /// between them may be another.
    private static final class Run {
        private final int first;
        private int last;
        private final int partner;
        private int lastPartner;

        Run(int sentence, int partner) {
            first = sentence;
            last = sentence;
            this.partner = partner;
            lastPartner = partner;
        }

        void extend(int sentence, int with) {
            last = sentence;
            lastPartner = with;
        }
    }

    private List<Run> runs(Script.Part part) {
        List<Run> runs = new ArrayList<>();
        for (int sentence = 0; sentence < part.letters().sentences(); sentence++) {
            int partner = partner(part, sentence);
            if (partner < 0) {
                continue;
            }
            Run run = runs.isEmpty() ? null : runs.getLast();
            if (run != null && sentence - run.last <= 2 && sentences.follows(run.lastPartner, partner)) {
                run.extend(sentence, partner);
            } else {
                runs.add(new Run(sentence, partner));
            }
        }
        return runs;
    }

    /// The sentence of the other script that holds most of this one; −1 where too
    /// little of it is held.
    private int partner(Script.Part part, int sentence) {
        int own = 0;
        int shared = 0;
        sentences.clear();
        for (int n = part.letters().begin(sentence); n < part.letters().end(sentence); n++) {
            long shingle = part.shingles()[n];
            if (counts(shingle)) {
                own++;
                int partner = theirs.sentence(shingle);
                if (partner >= 0) {
                    shared++;
                    sentences.vote(partner);
                }
            }
        }
        return shared >= IN_A_SENTENCE && shared >= OF_A_SENTENCE * own ? sentences.elected() : -1;
    }
}
