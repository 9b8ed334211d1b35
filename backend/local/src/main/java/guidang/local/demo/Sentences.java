package guidang.local.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;

/// The banks of `sentences.txt`, by name.
record Sentences(Map<String, List<String>> banks) {
    static Sentences load() {
        try (InputStream in = Objects.requireNonNull(Sentences.class.getResourceAsStream("sentences.txt"))) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Sentences parse(String file) {
        Map<String, List<String>> banks = new HashMap<>();
        List<String> bank = new ArrayList<>();
        for (String line : file.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList()) {
            if (line.startsWith("[")) {
                bank = banks.computeIfAbsent(line.substring(1, line.length() - 1), name -> new ArrayList<>());
            } else {
                bank.add(line);
            }
        }
        return new Sentences(banks);
    }

    /// So many different sentences of the bank, or all of them where there
    /// are fewer.
    List<String> some(String bank, int count, SplittableRandom random) {
        List<String> all = new ArrayList<>(Objects.requireNonNull(banks.get(bank), bank));
        int wanted = Math.min(count, all.size());
        for (int i = 0; i < wanted; i++) {
            Collections.swap(all, i, i + random.nextInt(all.size() - i));
        }
        return all.subList(0, wanted);
    }
}
