package guidang.server.suggestions;

import guidang.server.filing.FilingForm;
import guidang.server.inspection.ReadStructure;
import guidang.server.inspection.ReadStructure.Day;
import guidang.server.inspection.ReadStructure.Range;
import guidang.server.inspection.ReadStructure.Words;
import guidang.server.inspection.ReadUpload;
import guidang.server.suggestions.Suggestions.SuggestedAnswer;
import guidang.server.suggestions.Suggestions.SuggestedDueDate;
import guidang.server.suggestions.Suggestions.SuggestedStatement;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Title and day of a filing, and what the register may take over. Pure.
final class WordsSuggestion {
    private static final int SHORT = 10;

    private WordsSuggestion() {
    }

    /// The title as read, else the first line that looks like one, else the file's
    /// name without its ending.
    static Suggested title(ReadUpload upload) {
        ReadStructure structure = upload.structure();
        Words title = structure.title();
        if (title != null && !title.text().isBlank()) {
            boolean open = structure.placeholders().stream().anyMatch(p -> p.start() < title.end() && p.end() > title.start());
            Evidence evidence = new Evidence().strong(true, "title-in-document").against(open, "placeholder-in-title");
            return Suggested.of(cut(title.text()), null, evidence, Suggested.Place.of(title));
        }
        String guess = upload.title();
        if (guess != null && !guess.isBlank()) {
            return Suggested.of(cut(guess), null, new Evidence().weak(true, "first-line"), null);
        }
        int dot = upload.name().lastIndexOf('.');
        String name = dot > 0 ? upload.name().substring(0, dot) : upload.name();
        return Suggested.of(cut(name), null, new Evidence().told(true, "file-name"), null);
    }

    private static String cut(String title) {
        String words = title.strip();
        return words.codePointCount(0, words.length()) <= FilingForm.TITLE_LIMIT
                ? words
                : words.substring(0, words.offsetByCodePoints(0, FilingForm.TITLE_LIMIT));
    }

    /// The document's own day; null where it tells none.
    static @Nullable Suggested date(ReadUpload upload) {
        Day day = upload.structure().date();
        LocalDate value = day == null ? null : day.value();
        if (day == null || value == null) {
            return null;
        }
        Range signOff = upload.structure().signOff();
        boolean signed = signOff != null && day.start() >= signOff.start() && day.end() <= signOff.end();
        Evidence evidence = new Evidence().strong(signed, "date-at-sign-off").weak(!signed, "date-at-title")
                .against(!tellsYear(day), "year-inferred");
        return Suggested.of(value.toString(), null, evidence, Suggested.Place.of(day));
    }

    private static boolean tellsYear(Day day) {
        return !PeriodWords.of(day.text()).years().isEmpty();
    }

    static List<SuggestedStatement> problems(ReadStructure structure) {
        return structure.problems().stream().map(one -> statement(one, List.of())).toList();
    }

    static List<SuggestedStatement> causes(ReadStructure structure) {
        return structure.causes().stream().map(one -> statement(one, List.of())).toList();
    }

    static List<SuggestedStatement> measures(ReadStructure structure) {
        return structure.measures().stream().map(one -> statement(one, answers(one, structure.problems()))).toList();
    }

    private static SuggestedStatement statement(ReadStructure.Statement one, List<SuggestedAnswer> answers) {
        Evidence evidence = new Evidence().strong(one.item() != null, "numbered").weak(one.item() == null, "paragraph")
                .against(one.end() - one.start() < SHORT, "short");
        return new SuggestedStatement(one.start(), one.end(), one.aspect(), evidence.confidence(), evidence.reasons(), answers);
    }

    private static List<SuggestedAnswer> answers(ReadStructure.Statement measure, List<ReadStructure.Statement> problems) {
        return measure.answers().stream().filter(problem -> problem >= 0 && problem < problems.size()).map(problem -> {
            boolean aspect = measure.aspect() != null && Objects.equals(measure.aspect(), problems.get(problem).aspect());
            Evidence evidence = new Evidence().strong(aspect, "same-aspect").weak(!aspect, "shared-words")
                    .against(measure.answers().size() > 1, "several-answers");
            return new SuggestedAnswer(problem, evidence.confidence(), evidence.reasons());
        }).toList();
    }

    static List<SuggestedDueDate> dueDates(ReadStructure structure) {
        return structure.dueDates().stream().filter(day -> day.value() != null).map(day -> {
            Evidence evidence = new Evidence().strong(tellsYear(day), "year-told").weak(!tellsYear(day), "year-inferred");
            return new SuggestedDueDate(day, evidence.confidence(), evidence.reasons());
        }).toList();
    }
}
