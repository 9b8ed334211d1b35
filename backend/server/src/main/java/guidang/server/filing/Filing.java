package guidang.server.filing;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a clerk confirms: the slot, the words, the files. Every member but
/// `date`, `replaces`, `suggested` and `draft` must be there;
/// [FilingForm] checks them.
///
/// @param replaces
///            the id of the version that the clerk saw as current; absent where
///            the slot was empty
/// @param files
///            uploads that the caller may file, the main one among them
/// @param suggested
///            what the form was filled in with, for measuring the reader
/// @param draft
///            that is removed once this is filed
public record Filing(@Nullable String organization, @Nullable String campaign, @Nullable String documentType,
        @Nullable String period, @Nullable String title, @Nullable LocalDate date, @Nullable String replaces,
        @Nullable List<@Nullable FilingFile> files, @Nullable SuggestedFiling suggested,
        @Nullable FiledDraft draft) {}
