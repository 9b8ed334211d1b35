package guidang.server.aspects;

import java.util.List;

/// What a campaign's self-examinations are to look at: aspects in their order.
///
/// @param threshold
///            how alike words must be to name an aspect
///            ([AspectMatcher]), in percent
public record AspectTemplate(int threshold, List<Aspect> aspects) {
    /// Of a campaign that asks for none.
    public static final AspectTemplate NONE = new AspectTemplate(75, List.of());

    public AspectTemplate {
        aspects = List.copyOf(aspects);
    }

    /// One aspect.
    ///
    /// @param aliases
    ///            other words for it, each as good as the name
    public record Aspect(String name, List<String> aliases) {
        public Aspect {
            aliases = List.copyOf(aliases);
        }
    }
}
