package guidang.reader.passages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Compares two scripts by all their shingles. They coincide where a section of
/// either has [#SHARED] shingles and [#SHARE] of its own in common with the
/// other one, not counting what many reports say: so the one coincides with the
/// other where the other does with the one, also where a copy has grown by words
/// of its own.
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
    private final Held ours;
    private final Held theirs;
    private final Sentences sentences;
    private final Common common;

    private Comparison(Script here, Held ours, Script there, Held theirs, Common common) {
        this.here = here;
        this.ours = ours;
        this.theirs = theirs;
        this.sentences = new Sentences(there);
        this.common = common;
    }

    /// The passages that coincide, in the order of the first one's text; none where
    /// the two do not coincide.
    public static List<Passage> of(Script here, Script there, Common common) {
        Held ours = new Held(here);
        Held theirs = new Held(there);
        List<Passage> forth = new Comparison(here, ours, there, theirs, common).passages();
        return forth.isEmpty() ? turned(new Comparison(there, theirs, here, ours, common).passages()) : forth;
    }

    private static List<Passage> turned(List<Passage> passages) {
        return passages.stream().map(passage -> new Passage(passage.there(), passage.here()))
                .sorted(Comparator.comparingInt(passage -> passage.here().start())).toList();
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
        if (here.parts().stream().noneMatch(this::coincides)) {
            return List.of();
        }
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
