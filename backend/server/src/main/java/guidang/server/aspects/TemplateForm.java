package guidang.server.aspects;

import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A template as a person sends it, and its check.
public final class TemplateForm {
    static final int ASPECTS_LIMIT = 30;
    static final int ALIASES_LIMIT = 10;
    private static final int WORDS_LIMIT = 60;
    private static final int LOWEST = 50;
    private static final int HIGHEST = 100;

    private final List<String> wrong = new ArrayList<>();
    /// Which aspect has taken the core of words.
    private final Map<String, Integer> taken = new HashMap<>();

    private TemplateForm() {
    }

    /// An aspect as it is sent.
    ///
    /// @param name
    ///            at most 60 characters
    /// @param aliases
    ///            at most ten; absent: none
    public record NewAspect(@Nullable String name, @Nullable List<@Nullable String> aliases) {}

    /// Goes through all members before it refuses, so that a person mends all of
    /// them at once.
    ///
    /// @param threshold
    ///            50 to 100; null: 75
    /// @param aspects
    ///            at most 30; an empty list asks for none
    /// @throws Problem
    ///             `INVALID_FIELD` with all fields that are wrong; among these words
    ///             that two aspects share
    public static AspectTemplate check(@Nullable Integer threshold, @Nullable List<@Nullable NewAspect> aspects) {
        return new TemplateForm().read(threshold, aspects);
    }

    private AspectTemplate read(@Nullable Integer threshold, @Nullable List<@Nullable NewAspect> wished) {
        int limit = threshold == null ? AspectTemplate.NONE.threshold() : threshold;
        if (limit < LOWEST || limit > HIGHEST) {
            wrong.add("threshold");
        }
        if (wished == null || wished.size() > ASPECTS_LIMIT) {
            throw new Problem(ProblemType.INVALID_FIELD, "fields", List.of("aspects"));
        }
        List<AspectTemplate.Aspect> aspects = new ArrayList<>();
        for (int i = 0; i < wished.size(); i++) {
            aspects.add(aspect(i, wished.get(i)));
        }
        if (!wrong.isEmpty()) {
            throw new Problem(ProblemType.INVALID_FIELD, "fields", wrong);
        }
        return new AspectTemplate(limit, aspects);
    }

    private AspectTemplate.Aspect aspect(int index, @Nullable NewAspect wished) {
        String field = "aspects[" + index + "]";
        String name = words(index, field + ".name", wished == null ? null : wished.name());
        List<@Nullable String> given = wished == null || wished.aliases() == null ? List.of() : wished.aliases();
        if (given.size() > ALIASES_LIMIT) {
            wrong.add(field + ".aliases");
            return new AspectTemplate.Aspect(name, List.of());
        }
        List<String> aliases = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            aliases.add(words(index, field + ".aliases[" + i + "]", given.get(i)));
        }
        return new AspectTemplate.Aspect(name, aliases);
    }

    private String words(int index, String field, @Nullable String given) {
        String words = given == null ? "" : given.strip();
        String core = AspectWords.core(words);
        boolean fits = words.codePointCount(0, words.length()) <= WORDS_LIMIT
                && words.codePoints().noneMatch(Character::isISOControl);
        if (core.isEmpty() || !fits || taken.computeIfAbsent(core, _ -> index) != index) {
            wrong.add(field);
        }
        return words;
    }
}
