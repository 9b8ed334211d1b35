package guidang.bench;

import guidang.local.demo.Report;
import java.util.List;
import java.util.SplittableRandom;

/// Reports of which the last ones are copies of others, each of one copying
/// organisation; all the same whenever they are asked for again.
///
/// @param reports
///            copies included
/// @param copies
///            a quarter of them in each manner
record Planted(int reports, int copies, Branches branches) {
    private static final List<Copying> MANNERS = List.of(Copying.values());

    Planted(int reports, int copies) {
        this(reports, copies, new Branches());
    }

    boolean isCopy(int n) {
        return n >= reports - copies;
    }

    /// Of which report it is a copy.
    int source(int n) {
        return new SplittableRandom(n * 31L + 7).nextInt(reports - copies);
    }

    Copying how(int n) {
        return MANNERS.get(n % MANNERS.size());
    }

    Report report(int n) {
        if (!isCopy(n)) {
            return branches.report(n);
        }
        return how(n).copy(source(n), n, branches, new SplittableRandom(n));
    }
}
