package guidang.server.inspection;

import guidang.server.aspects.AspectMatcher;
import guidang.server.aspects.AspectTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What a report can be counted by: numbers and indices, no word of it. Pure.
///
/// @param treated
///            aspects of the template that it treats, by their index
/// @param missing
///            those that it does not, though it examines itself
/// @param problems
///            how many it names, by the index of the aspect; −1 for those under
///            none
/// @param placeholders
///            left unfilled
public record ReportFindings(List<Integer> treated, List<Integer> missing, Map<Integer, Integer> problems, int placeholders) {
    /// More problems of one aspect are not counted.
    private static final int MOST = 100;

    public ReportFindings {
        treated = List.copyOf(treated);
        missing = List.copyOf(missing);
        problems = Map.copyOf(problems);
    }

    /// What the template makes of a report.
    ///
    /// @param reading
    ///            the blob of a version
    /// @param matcher
    ///            of the campaign's template; none where it asks for no aspects
    public static ReportFindings of(byte[] reading, @Nullable AspectMatcher matcher) {
        ReadStructure structure = StagingJson.reading(reading).structured();
        AspectMatcher asked = matcher == null ? new AspectMatcher(AspectTemplate.NONE) : matcher;
        TemplateReading laid = new TemplateReading(structure, asked);
        List<AgainstTemplate.Aspect> aspects = laid.aspects();
        List<Integer> treated = indices(aspects, true);
        List<Integer> missing = laid.examines() ? indices(aspects, false) : List.of();
        return new ReportFindings(treated, missing, problems(structure, laid), structure.placeholders().size());
    }

    private static List<Integer> indices(List<AgainstTemplate.Aspect> aspects, boolean found) {
        return IntStream.range(0, aspects.size()).filter(i -> aspects.get(i).found().isEmpty() != found).boxed().toList();
    }

    private static Map<Integer, Integer> problems(ReadStructure structure, TemplateReading laid) {
        Map<Integer, Integer> problems = new TreeMap<>();
        for (ReadStructure.Statement problem : structure.problems()) {
            String words = problem.aspect();
            problems.merge(words == null ? -1 : laid.named(words), 1, (a, b) -> Math.min(a + b, MOST));
        }
        return problems;
    }

    /// `{aspect}:{n}` for the nth problem of an aspect, from 1; `-:{n}` for those
    /// under none.
    public List<String> numberedProblems() {
        List<String> all = new ArrayList<>();
        new TreeMap<>(problems).forEach((aspect, count) -> IntStream.rangeClosed(1, count)
                .forEach(n -> all.add((aspect < 0 ? "-" : aspect.toString()) + ":" + n)));
        return all;
    }
}
