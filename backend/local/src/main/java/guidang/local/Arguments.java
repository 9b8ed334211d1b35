package guidang.local;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Command line of the form `word --name value --switch word`.
public final class Arguments {
    private final List<String> words = new ArrayList<>();
    private final Map<String, String> options = new HashMap<>();

    private Arguments() {
    }

    /// Reads a command line.
    ///
    /// @param switches
    ///            names without `--` that take no value
    public static Arguments of(String[] line, String... switches) {
        Arguments arguments = new Arguments();
        List<String> valueless = List.of(switches);
        for (int i = 0; i < line.length; i++) {
            if (!line[i].startsWith("--")) {
                arguments.words.add(line[i]);
                continue;
            }
            String name = line[i].substring(2);
            if (valueless.contains(name)) {
                arguments.options.put(name, "true");
            } else if (++i < line.length) {
                arguments.options.put(name, line[i]);
            } else {
                throw new IllegalArgumentException("--" + name + " takes a value");
            }
        }
        return arguments;
    }

    /// The first word; empty where there is none.
    public String command() {
        return words.isEmpty() ? "" : words.getFirst();
    }

    public List<String> words() {
        return List.copyOf(words);
    }

    public boolean has(String name) {
        return options.containsKey(name);
    }

    public Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    public String required(String name) {
        return option(name).orElseThrow(() -> new IllegalArgumentException("--" + name + " is missing"));
    }

    /// The option's value, or `otherwise` where it is not given.
    ///
    /// @throws IllegalArgumentException
    ///             when the value is not a port number or size
    public int number(String name, int otherwise) {
        try {
            return option(name).map(Integer::parseInt).orElse(otherwise);
        } catch (NumberFormatException notOne) {
            throw new IllegalArgumentException("--" + name + " takes a number", notOne);
        }
    }

    /// Refuses words that nobody asked for, `-h` among them.
    ///
    /// @throws IllegalArgumentException
    ///             naming the first word after so many
    public void allowWords(int most) {
        if (words.size() > most) {
            throw new IllegalArgumentException("'" + words.get(most) + "' is not understood here");
        }
    }

    /// Refuses misspelt options.
    ///
    /// @throws IllegalArgumentException
    ///             naming the first option that is not among `known`
    public void allow(String... known) {
        List<String> names = List.of(known);
        options.keySet().stream().filter(name -> !names.contains(name)).sorted().findFirst().ifPresent(name -> {
            throw new IllegalArgumentException("unknown option --" + name);
        });
    }
}
