package guidang.reader.structure;

import guidang.reader.protocol.Structure.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Guesses which problems a measure answers: those of its aspect, else those
/// whose words it shares most, else the one at its place where there are as many
/// of both.
final class Answers {
    /// Comparing each with each is for reports, not for floods.
    private static final int MOST_PAIRS = 60_000;
    private static final double ALIKE = 0.12;
    private static final int MOST = 3;

    private final String text;
    private final List<Statement> problems;
    private final List<Set<Integer>> pairs = new ArrayList<>();

    Answers(String text, List<Statement> problems) {
        this.text = text;
        this.problems = problems;
    }

    List<Statement> to(List<Statement> measures) {
        if (problems.isEmpty() || measures.isEmpty() || (long) problems.size() * measures.size() > MOST_PAIRS) {
            return measures;
        }
        for (Statement problem : problems) {
            pairs.add(pairs(problem));
        }
        List<Statement> answered = new ArrayList<>();
        for (int i = 0; i < measures.size(); i++) {
            Statement one = measures.get(i);
            List<Integer> answers = answers(one);
            if (answers.isEmpty() && problems.size() == measures.size() && problems.size() > 1) {
                answers = List.of(i);
            }
            answered.add(new Statement(one.item(), one.aspect(), answers, one.due(), one.start(), one.end()));
        }
        return answered;
    }

    private List<Integer> answers(Statement measure) {
        String aspect = measure.aspect();
        List<Integer> same = new ArrayList<>();
        for (int i = 0; aspect != null && i < problems.size(); i++) {
            String other = problems.get(i).aspect();
            if (other != null && Glyphs.core(other).equals(Glyphs.core(aspect))) {
                same.add(i);
            }
        }
        return same.isEmpty() ? alike(pairs(measure)) : same.subList(0, Math.min(same.size(), MOST * 4));
    }

    private List<Integer> alike(Set<Integer> measure) {
        int best = -1;
        double most = ALIKE;
        for (int i = 0; i < pairs.size(); i++) {
            double alike = Likeness.dice(pairs.get(i), measure);
            if (alike > most) {
                most = alike;
                best = i;
            }
        }
        return best < 0 ? List.of() : List.of(best);
    }

    private Set<Integer> pairs(Statement statement) {
        String aspect = statement.aspect();
        String words = text.substring(statement.start(), Math.min(statement.end(), statement.start() + 400));
        return Likeness.pairs(aspect == null ? words : aspect + words);
    }
}
