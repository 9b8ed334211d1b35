package guidang.server.inspection;

import guidang.server.aspects.AspectMatcher;
import guidang.server.campaigns.AspectTemplates;
import guidang.server.inspection.AgainstTemplate.Aspect;
import guidang.server.inspection.AgainstTemplate.Check;
import guidang.server.inspection.ReadStructure.Finding;
import guidang.server.inspection.ReadStructure.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/// The checks that a campaign's template adds to a report, each a rule with an
/// id and a version (READING.md).
public final class TemplateChecks {
    static final String MISSING = "template-aspect-missing";
    static final String EXTRA = "template-aspect-extra";
    private static final int VERSION = 1;

    private final MessageSource words;

    TemplateChecks(MessageSource words) {
        this.words = words;
    }

    /// The structure beside the campaign's template. A finding of the reader that
    /// an announced aspect is not treated goes where the template asks for that
    /// aspect: the check says it.
    public ReadStructure against(ReadStructure structure, AspectTemplates.InForce template, Locale locale) {
        return against(structure, template.matcher(), template.version(), locale);
    }

    /// @param version
    ///            0 for a template that is only tried
    ReadStructure against(ReadStructure structure, AspectMatcher matcher, int version, Locale locale) {
        TemplateReading reading = new TemplateReading(structure, matcher);
        List<Finding> findings = structure.findings().stream().filter(finding -> !said(finding, reading)).toList();
        return structure.beside(new AgainstTemplate(version, reading.aspects(), reading.own(), reading.items(),
                checks(reading, locale)), findings);
    }

    private static boolean said(Finding finding, TemplateReading reading) {
        return reading.examines() && finding.code().equals("aspect-missing")
                && reading.names(finding.args().getOrDefault("aspect", ""));
    }

    private List<Check> checks(TemplateReading reading, Locale locale) {
        if (!reading.examines()) {
            return List.of();
        }
        List<Check> checks = new ArrayList<>();
        List<Aspect> aspects = reading.aspects();
        for (int i = 0; i < aspects.size(); i++) {
            if (aspects.get(i).found().isEmpty()) {
                checks.add(check(MISSING, "warn", aspects.get(i).name(), reading.announcement(i), locale));
            }
        }
        reading.own().forEach(own -> checks.add(check(EXTRA, "note", own.text(), own, locale)));
        return checks;
    }

    private Check check(String rule, String severity, String aspect, @Nullable Words place, Locale locale) {
        String message = words.getMessage("check." + rule, new Object[]{aspect}, locale);
        return new Check(rule, VERSION, severity, message, place == null ? null : place.start(),
                place == null ? null : place.end(), Map.of("aspect", aspect));
    }
}
