package guidang.server.statistics;

import guidang.server.aspects.AspectMatcher;
import guidang.server.aspects.AspectTemplate;
import guidang.server.aspects.AspectTemplate.Aspect;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Which words mean the same aspect in several campaigns: those with the same
/// core ([AspectMatcher#core]), and those that a template has as name and alias
/// of one. For one answer, on one thread.
final class SameAspects {
    /// From a core to another one of the same aspect, on to the one that stands for
    /// all of them.
    private final Map<String, String> towards = new HashMap<>();
    /// What the aspect of a core is called.
    private final Map<String, String> names = new HashMap<>();
    /// What was asked for already: thousands of cells say the same few words.
    private final Map<String, String> told = new HashMap<>();

    /// @param templates
    ///            of the campaigns; where they call one aspect differently, it is
    ///            called as the first of them does
    SameAspects(Collection<AspectTemplate> templates) {
        templates.stream().flatMap(template -> template.aspects().stream()).forEach(this::add);
    }

    private void add(Aspect aspect) {
        List<String> cores = Stream.concat(Stream.of(aspect.name()), aspect.aliases().stream()).map(AspectMatcher::core).toList();
        cores.forEach(core -> join(cores.getFirst(), core));
        names.putIfAbsent(end(cores.getFirst()), aspect.name());
    }

    private void join(String first, String other) {
        String to = end(first);
        String from = end(other);
        if (!to.equals(from)) {
            // The one that has a name already stands for both.
            boolean named = names.containsKey(from) && !names.containsKey(to);
            towards.put(named ? to : from, named ? from : to);
        }
    }

    private String end(String core) {
        String at = core;
        for (String next = towards.get(at); next != null; next = towards.get(at)) {
            at = next;
        }
        return at;
    }

    /// The same for all words of one aspect.
    String of(String words) {
        return told.computeIfAbsent(words, these -> end(AspectMatcher.core(these)));
    }

    /// What the words' aspect is called; as they say, where no template has it.
    String name(String words) {
        return names.getOrDefault(of(words), words);
    }
}
