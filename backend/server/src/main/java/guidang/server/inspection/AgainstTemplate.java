package guidang.server.inspection;

import guidang.server.aspects.AspectMatcher;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a campaign's template makes of a report. It is made when it is asked
/// for and kept nowhere: the template of now counts.
///
/// @param version
///            of the template; 0 of one that is only tried
/// @param aspects
///            all that the template asks for, in its order
/// @param own
///            aspects that the report treats or announces besides: kept as the
///            organisation's own
/// @param items
///            which items name which aspect, in the order of the items
public record AgainstTemplate(int version, List<Aspect> aspects, List<ReadStructure.Words> own, List<Named> items,
        List<Check> checks) {
    /// One aspect of the template.
    ///
    /// @param announced
    ///            whether the preamble names it
    /// @param found
    ///            where the report treats it, at most ten places; empty: nowhere
    public record Aspect(String name, boolean announced, List<Found> found) {}

    /// Words that name an aspect.
    ///
    /// @param how
    ///            `same`, `contains` or `alike`
    /// @param alike
    ///            0–100 ([AspectMatcher])
    public record Found(String text, AspectMatcher.How how, int alike, int start, int end) {}

    /// An item that names an aspect.
    ///
    /// @param item
    ///            index of the item
    /// @param aspect
    ///            index of the aspect in the template
    public record Named(int item, int aspect) {}

    /// What a rule says of the report.
    ///
    /// @param rule
    ///            its id; `version` is that of the rule
    /// @param severity
    ///            `refuse`, `warn` or `note`
    /// @param message
    ///            in the caller's language
    /// @param start
    ///            with `end` the place, where it has one
    public record Check(String rule, int version, String severity, String message, @Nullable Integer start,
            @Nullable Integer end, Map<String, String> args) {}
}
