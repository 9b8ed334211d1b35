package guidang.server.filing;

import guidang.server.corrections.Correction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the form was filled in with before the clerk confirmed it, as
/// [Suggestions] told it. Only differences are kept ([Correction]); it decides
/// nothing and is no part of the filing.
///
/// @param reader
///            as the suggestions tell it
public record SuggestedFiling(@Nullable String reader, @Nullable String organization, @Nullable String campaign,
        @Nullable String documentType, @Nullable String period, @Nullable String title, @Nullable LocalDate date) {
    private static final Pattern READER = Pattern.compile("[A-Za-z0-9.-]{1,16}");
    private static final int CODE_LIMIT = 32;

    /// Where the clerk confirmed something else.
    ///
    /// @throws guidang.server.kernel.Problem
    ///             `INVALID_FIELD`
    List<Correction> against(FilingForm form) {
        String by = Fields.present("suggested.reader", reader);
        if (!READER.matcher(by).matches()) {
            throw Fields.invalid("suggested.reader", "1-16 letters and digits");
        }
        List<Correction> all = new ArrayList<>();
        compare(all, by, "organization", limited("organization", organization, CODE_LIMIT), form.organization().value());
        compare(all, by, "campaign", limited("campaign", campaign, CODE_LIMIT), form.campaign().value());
        compare(all, by, "documentType", limited("documentType", documentType, CODE_LIMIT), form.documentType().value());
        compare(all, by, "period", limited("period", period, CODE_LIMIT), form.period().value());
        compare(all, by, "title", limited("title", title, FilingForm.TITLE_LIMIT), form.title());
        compare(all, by, "date", date == null ? null : date.toString(), form.date() == null ? null : form.date().toString());
        return List.copyOf(all);
    }

    private static void compare(List<Correction> all, String reader, String field, @Nullable String suggested,
            @Nullable String confirmed) {
        if (!Objects.equals(suggested, confirmed)) {
            all.add(new Correction(field, suggested, confirmed, reader));
        }
    }

    private static @Nullable String limited(String field, @Nullable String value, int limit) {
        return value == null || value.isBlank() ? null : Fields.line("suggested." + field, value, limit);
    }
}
