package guidang.reader.labelled;

/// How many were found, made up and missed.
final class Tally {
    private int right;
    private int wrong;
    private int missed;

    void right() {
        right++;
    }

    void wrong() {
        wrong++;
    }

    void missed() {
        missed++;
    }

    void add(Tally other) {
        right += other.right;
        wrong += other.wrong;
        missed += other.missed;
    }

    double precision() {
        return share(right, right + wrong);
    }

    double recall() {
        return share(right, right + missed);
    }

    /// The harmonic mean of precision and recall; 1 where there was nothing to find
    /// and nothing was made up.
    double f1() {
        return share(2 * right, 2 * right + wrong + missed);
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 1 : (double) part / whole;
    }
}
