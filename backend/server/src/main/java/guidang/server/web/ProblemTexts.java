package guidang.server.web;

import guidang.server.kernel.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.stereotype.Component;

/// The words of problems. An argument stands in a text by its name: `{field}`.
@Component
final class ProblemTexts {
    private static final Pattern ARGUMENT = Pattern.compile("\\{([a-zA-Z]+)}");

    // Read once, at start: a resource bundle would be read on the thread of a request.
    private final Properties chinese = read("messages.properties");
    private final Properties english = read("messages_en.properties");

    private static Properties read(String name) {
        try {
            return PropertiesLoaderUtils.loadProperties(new EncodedResource(new ClassPathResource(name), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /// What kind of thing happened, in a few words.
    String title(Problem problem, Locale locale) {
        return text(problem, "title", locale);
    }

    /// What happened.
    String detail(Problem problem, Locale locale) {
        return text(problem, "detail", locale);
    }

    /// What the reader can do about it.
    String action(Problem problem, Locale locale) {
        return text(problem, "action", locale);
    }

    private String text(Problem problem, String part, Locale locale) {
        Properties words = locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? english : chinese;
        String template = words.getProperty("problem." + problem.type().slug() + "." + part, problem.type().slug());
        return ARGUMENT.matcher(template)
                .replaceAll(found -> Matcher.quoteReplacement(shown(problem.arguments(), found.group(1))));
    }

    private static String shown(Map<String, Object> arguments, String name) {
        return switch (arguments.get(name)) {
            case null -> "–";
            case Collection<?> several -> several.stream().map(String::valueOf).collect(Collectors.joining(", "));
            case Object one -> one.toString();
        };
    }
}
