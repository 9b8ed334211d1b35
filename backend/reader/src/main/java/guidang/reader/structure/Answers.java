package guidang.reader.structure;

import guidang.reader.protocol.Structure.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Guesses which problems a measure answers: those of its aspect, else the one
/// that shares with it the words that are rare in the document, where several
/// come close the one at its place. Subitems answer what their item answers.
final class Answers {
    /// Comparing each with each is for reports, not for floods.
    private static final int MOST_PAIRS = 10_000;
    private static final int REACH = 600;
    private static final int MOST = 12;
    private static final double ALIKE = 0.06;
    /// What being at the same place counts beside sharing words.
    private static final double PLACE = 0.08;

    private final String text;
    private final List<Statement> problems;
    private final List<Unit> units;
    private final Map<Integer, Integer> frequency = new HashMap<>();
    /// Of each problem, once all are counted.
    private final List<Double> weights = new ArrayList<>();
    private int documents;

    Answers(String text, List<Statement> problems, List<Unit> units) {
        this.text = text;
        this.problems = problems;
        this.units = units;
    }

    List<Statement> to(List<Statement> measures) {
        if (problems.isEmpty() || measures.isEmpty() || (long) problems.size() * measures.size() > MOST_PAIRS) {
            return measures;
        }
        List<Set<Integer>> asked = new ArrayList<>();
        problems.forEach(problem -> asked.add(counted(words(problem, null))));
        List<Integer> groups = groups(measures);
        Map<Integer, Set<Integer>> given = new HashMap<>();
        for (int i = 0; i < measures.size(); i++) {
            Statement measure = measures.get(i);
            given.computeIfAbsent(groups.get(i), group -> counted(words(measure, root(measure))));
        }
        asked.forEach(pairs -> weights.add(weight(pairs)));
        List<Set<Integer>> answers = new ArrayList<>();
        int last = groups.getLast();
        for (int i = 0; i < measures.size(); i++) {
            double place = last == 0 ? 0.5 : (double) groups.get(i) / last;
            Set<Integer> own = new TreeSet<>(sameAspect(measures.get(i)));
            if (own.isEmpty()) {
                own.addAll(alike(given.getOrDefault(groups.get(i), Set.of()), asked, place));
            }
            answers.add(own);
        }
        leftOver(answers, groups, given, asked);
        List<Statement> answered = new ArrayList<>();
        for (int i = 0; i < measures.size(); i++) {
            Statement one = measures.get(i);
            answered.add(new Statement(one.item(), one.aspect(), List.copyOf(answers.get(i)), one.due(), one.start(), one.end()));
        }
        return answered;
    }

    /// A problem that no measure answers yet goes to the one with which it shares
    /// most: one measure may answer several.
    private void leftOver(List<Set<Integer>> answers, List<Integer> groups, Map<Integer, Set<Integer>> given,
            List<Set<Integer>> asked) {
        Set<Integer> done = new HashSet<>();
        answers.forEach(done::addAll);
        int last = groups.getLast();
        for (int i = 0; i < asked.size(); i++) {
            int best = -1;
            double most = PLACE; // being at the same place is not enough
            for (int group = 0; group <= last && !done.contains(i); group++) {
                Set<Integer> words = given.getOrDefault(group, Set.of());
                double shared = shared(words, asked.get(i)) / Math.sqrt(Math.max(1e-9, weight(words) * weights.get(i)));
                double apart = Math.abs((i + 0.5) / asked.size() - (group + 0.5) / (last + 1));
                double alike = shared + PLACE * (1 - apart);
                if (alike > most) {
                    most = alike;
                    best = group;
                }
            }
            for (int k = 0; k < answers.size() && best >= 0; k++) {
                if (groups.get(k) == best) {
                    answers.get(k).add(i);
                }
            }
        }
    }

    /// Which item of the first level each belongs to, counted from 0.
    private List<Integer> groups(List<Statement> measures) {
        List<Integer> groups = new ArrayList<>();
        int group = -1;
        Unit before = null;
        for (Statement measure : measures) {
            Unit root = root(measure);
            group += root == null || root != before ? 1 : 0;
            before = root;
            groups.add(group);
        }
        return groups;
    }

    private @Nullable Unit root(Statement statement) {
        Unit unit = statement.item() < 0 ? null : units.get(statement.item());
        while (unit != null && unit.parent != null && unit.parent.role == null) { // 整改措施 is no measure
            unit = unit.parent;
        }
        return unit;
    }

    private String words(Statement statement, @Nullable Unit root) {
        int start = root == null ? statement.start() : root.content;
        int end = root == null ? statement.end() : root.end;
        String words = text.substring(start, Math.min(end, start + REACH));
        String aspect = statement.aspect();
        return aspect == null ? words : aspect + words;
    }

    private Set<Integer> counted(String words) {
        Set<Integer> pairs = new HashSet<>(Likeness.pairs(words));
        pairs.forEach(pair -> frequency.merge(pair, 1, Integer::sum));
        documents++;
        return pairs;
    }

    private List<Integer> sameAspect(Statement measure) {
        String aspect = measure.aspect();
        List<Integer> same = new ArrayList<>();
        for (int i = 0; aspect != null && i < problems.size() && same.size() < MOST; i++) {
            String other = problems.get(i).aspect();
            if (other != null && Glyphs.core(other).equals(Glyphs.core(aspect))) {
                same.add(i);
            }
        }
        return same;
    }

    private List<Integer> alike(Set<Integer> given, List<Set<Integer>> asked, double place) {
        int best = -1;
        double most = 0;
        double own = weight(given);
        for (int i = 0; i < asked.size(); i++) {
            double shared = shared(given, asked.get(i)) / Math.sqrt(Math.max(1e-9, own * weights.get(i)));
            double there = asked.size() == 1 ? 0.5 : (double) i / (asked.size() - 1);
            double alike = shared + PLACE * (1 - Math.abs(there - place));
            if (alike > most) {
                most = alike;
                best = i;
            }
        }
        return most < ALIKE ? List.of() : List.of(best);
    }

    private double shared(Set<Integer> one, Set<Integer> other) {
        double sum = 0;
        for (Integer pair : one) {
            double rare = other.contains(pair) ? rarity(pair) : 0;
            sum += rare * rare;
        }
        return sum;
    }

    private double weight(Set<Integer> pairs) {
        double sum = 0;
        for (Integer pair : pairs) {
            sum += rarity(pair) * rarity(pair);
        }
        return sum;
    }

    private double rarity(Integer pair) {
        return Math.log((documents + 1.0) / frequency.getOrDefault(pair, 1));
    }
}
