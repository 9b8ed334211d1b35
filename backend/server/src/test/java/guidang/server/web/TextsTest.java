package guidang.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.server.kernel.ProblemType;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.api.Test;

class TextsTest {
    private final Properties chinese = read("/messages.properties");
    private final Properties english = read("/messages_en.properties");

    @ParameterizedTest
    @EnumSource
    void everyProblemHasAllItsWordsInBothLanguages(ProblemType type) {
        for (String part : new String[]{"title", "detail", "action"}) {
            String key = "problem." + type.slug() + "." + part;
            assertThat(chinese.getProperty(key)).as(key).isNotBlank();
            assertThat(english.getProperty(key)).as(key).isNotBlank();
            assertThat(arguments(chinese, key)).as(key).isEqualTo(arguments(english, key));
        }
    }

    @Test
    void noWordsAreLeftOver() {
        Set<String> slugs = Arrays.stream(ProblemType.values()).map(ProblemType::slug).collect(Collectors.toSet());
        assertThat(chinese.stringPropertyNames()).isEqualTo(english.stringPropertyNames())
                .filteredOn(k -> k.startsWith("problem."))
                .allMatch(key -> slugs.contains(key.split("\\.", -1)[1]));
    }

    private static Set<String> arguments(Properties words, String key) {
        return Pattern.compile("\\{\\w+}").matcher(words.getProperty(key)).results().map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    private static Properties read(String name) {
        try (var in = new InputStreamReader(Objects.requireNonNull(TextsTest.class.getResourceAsStream(name)),
                StandardCharsets.UTF_8)) {
            Properties words = new Properties();
            words.load(in);
            return words;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
