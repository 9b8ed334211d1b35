package guidang.server.inspection;

import java.util.List;
import java.util.Locale;

/// Shows uploads to their owners.
final class UploadViews {
    private final Warnings warnings;

    UploadViews(Warnings warnings) {
        this.warnings = warnings;
    }

    Upload view(Uploads.Received received, Locale locale) {
        Facts facts = received.facts();
        List<Upload.Warning> told = facts.warnings().stream()
                .map(code -> new Upload.Warning(code, warnings.message(code, locale))).toList();
        return new Upload(received.id().value(), facts.name(), facts.size(), facts.sha256(), facts.sm3(), facts.mediaType(),
                facts.pages(), facts.characters(), facts.title(), facts.properties(), told, facts.excerpt(), facts.scan(),
                facts.isFor(Purpose.EVIDENCE) ? Purpose.EVIDENCE : Purpose.REPORT, facts.preview() != null);
    }
}
