package guidang.bench;

import guidang.local.demo.Report;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/// How a report is made of another one's.
enum Copying {
    /// Names of organisation and places, numbers and days are others.
    NAMES,
    /// So they are, and the sentences of each part stand in another order.
    REORDERED,
    /// Three sentences of ten are others.
    REWRITTEN,
    /// In each sentence three words of ten are others.
    REWORDED;

    private static final double CHANGED = 0.3;

    /// @param from
    ///            whose report it is
    /// @param to
    ///            who copies it
    Report copy(int from, int to, Branches branches, SplittableRandom random) {
        Report report = branches.report(from);
        List<String> lines = report.paragraphs().stream().map(line -> names(line, from, to, branches))
                .map(line -> numbers(line, random)).toList();
        return new Report(names(report.title(), from, to, branches), switch (this) {
            case NAMES -> lines;
            case REORDERED -> reordered(lines, random);
            case REWRITTEN -> lines.stream().map(line -> rewritten(line, to, branches, random)).toList();
            case REWORDED -> lines.stream().map(line -> reworded(line, to, branches, random)).toList();
        });
    }

    private static String names(String line, int from, int to, Branches branches) {
        String named = line.replace(Branches.organization(from), Branches.organization(to));
        List<String> before = branches.places(from);
        List<String> after = branches.places(to);
        for (int i = 0; i < before.size(); i++) {
            named = named.replace(before.get(i), after.get(i));
        }
        return named;
    }

    private static String numbers(String line, SplittableRandom random) {
        return java.util.regex.Pattern.compile("(?<=[共为有订于少到]|每人联系)\\d+").matcher(line)
                .replaceAll(found -> Integer.toString(random.nextInt(2, 99)));
    }

    /// The headings stay; what follows them is shuffled through the part.
    private static List<String> reordered(List<String> lines, SplittableRandom random) {
        List<String> out = new ArrayList<>(lines);
        int begin = 0;
        for (int i = 0; i <= lines.size(); i++) {
            if (i == lines.size() || !lines.get(i).startsWith("（")) {
                shuffle(out.subList(begin, i), random);
                begin = i + 1;
            }
        }
        return out;
    }

    private static void shuffle(List<String> items, SplittableRandom random) {
        List<String> pool = new ArrayList<>();
        items.forEach(item -> pool.addAll(Branches.sentences(item).subList(1, Branches.sentences(item).size())));
        Collections.shuffle(pool, java.util.Random.from(random));
        int next = 0;
        for (int i = 0; i < items.size(); i++) {
            List<String> sentences = Branches.sentences(items.get(i));
            int end = next + sentences.size() - 1;
            items.set(i, sentences.getFirst() + String.join("", pool.subList(next, end)));
            next = end;
        }
    }

    private static String rewritten(String line, int to, Branches branches, SplittableRandom random) {
        if (!line.startsWith("（")) {
            return line;
        }
        List<String> sentences = new ArrayList<>(Branches.sentences(line));
        for (int i = 1; i < sentences.size(); i++) {
            if (random.nextDouble() < CHANGED) {
                sentences.set(i, branches.sentence(to, random));
            }
        }
        return String.join("", sentences);
    }

    /// Two characters are taken for a word.
    private static String reworded(String line, int to, Branches branches, SplittableRandom random) {
        if (!line.startsWith("（")) {
            return line;
        }
        String first = Branches.sentences(line).getFirst();
        StringBuilder out = new StringBuilder(first);
        String pool = branches.sentence(to, random) + branches.sentence(to, random);
        for (int i = first.length(); i < line.length(); i += 2) {
            String word = line.substring(i, Math.min(i + 2, line.length()));
            int other = random.nextInt(pool.length() - 2);
            out.append(random.nextDouble() < CHANGED && word.codePoints().allMatch(Character::isIdeographic)
                    ? pool.substring(other, other + 2)
                    : word);
        }
        return out.toString();
    }
}
