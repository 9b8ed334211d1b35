package guidang.reader.passages;

import java.util.List;

/// The sentences of a script, counted through all its sections, and which of
/// them another sentence shares most with. Not for several threads.
final class Sentences {
    private static final int MOST_CANDIDATES = 64;

    private final List<Script.Part> parts;
    private final int[] votes;
    private final int[] voted = new int[MOST_CANDIDATES];
    private int candidates;

    Sentences(Script script) {
        parts = script.parts();
        votes = new int[parts.stream().mapToInt(part -> part.letters().sentences()).sum()];
    }

    /// Where a sentence is.
    record Place(Script.Part part, int sentence) {}

    Place place(int sentence) {
        int left = sentence;
        for (Script.Part part : parts) {
            if (left < part.letters().sentences()) {
                return new Place(part, left);
            }
            left -= part.letters().sentences();
        }
        throw new IndexOutOfBoundsException(sentence);
    }

    /// Whether a sentence is the same or one of the next two, in the same section.
    boolean follows(int sentence, int next) {
        return next >= sentence && next - sentence <= 2 && place(sentence).part().equals(place(next).part());
    }

    void clear() {
        for (int n = 0; n < candidates; n++) {
            votes[voted[n]] = 0;
        }
        candidates = 0;
    }

    void vote(int sentence) {
        if (votes[sentence] == 0) {
            if (candidates == MOST_CANDIDATES) {
                return;
            }
            voted[candidates++] = sentence;
        }
        votes[sentence]++;
    }

    /// The one with most votes, of several the first that got one; −1 where none
    /// got any.
    int elected() {
        int elected = -1;
        for (int n = 0; n < candidates; n++) {
            if (elected < 0 || votes[voted[n]] > votes[elected]) {
                elected = voted[n];
            }
        }
        return elected;
    }
}
