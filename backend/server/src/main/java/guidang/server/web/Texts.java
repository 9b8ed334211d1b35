package guidang.server.web;

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
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.stereotype.Component;

/// Words for callers, from `messages*.properties`: English where it is asked
/// for, else Chinese. An argument stands in a text by its name: `{field}`.
@Component
public final class Texts {
    private static final Pattern ARGUMENT = Pattern.compile("\\{([a-zA-Z]+)}");

    // Read once, at start: a resource bundle would be read on the thread of a request.
    private final Properties chinese = read("messages.properties");
    private final Properties english = read("messages_en.properties");

    /// The text under the key; the key itself where there is none.
    public String text(String key, Map<String, ?> arguments, Locale locale) {
        Properties words = locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? english : chinese;
        return ARGUMENT.matcher(words.getProperty(key, key))
                .replaceAll(found -> Matcher.quoteReplacement(shown(arguments.get(found.group(1)))));
    }

    private static String shown(@Nullable Object argument) {
        return switch (argument) {
            case null -> "–";
            case Collection<?> several -> several.stream().map(String::valueOf).collect(Collectors.joining(", "));
            case Object one -> one.toString();
        };
    }

    private static Properties read(String name) {
        try {
            return PropertiesLoaderUtils.loadProperties(new EncodedResource(new ClassPathResource(name), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
