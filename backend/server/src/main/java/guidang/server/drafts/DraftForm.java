package guidang.server.drafts;

import guidang.server.drafts.Draft.Unfinished;
import guidang.server.filing.Fields;
import guidang.server.filing.FileRole;
import guidang.server.kernel.Code;
import guidang.server.kernel.OperationId;
import guidang.server.kernel.Period;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A draft as a page saves it: whole.
///
/// @param version
///            that the page saw; 0 for a new one
/// @param organization
///            that is to file it; absent where none is chosen, as the three
///            members of the slot
/// @param title
///            at most 300 characters
/// @param files
///            1 to 20
@Schema(requiredProperties = {"version", "files"})
record DraftForm(@Nullable Long version, @Nullable Code organization, @Nullable Code campaign, @Nullable Code documentType,
        @Nullable Period period, @Nullable String title, @Nullable LocalDate date, @Nullable List<@Nullable DraftFile> files) {
    private static final int TITLE = 300;
    private static final int NAME = 255;
    private static final int FILES = 20;

    /// A file of it.
    ///
    /// @param name
    ///            at most 255 characters
    @Schema(requiredProperties = {"upload", "role", "name"})
    record DraftFile(@Nullable String upload, @Nullable FileRole role, @Nullable String name) {
        Draft.File checked() {
            if (upload == null || !OperationId.isOne(upload) || role == null) {
                throw Fields.invalid("files", "upload, role, name");
            }
            return new Draft.File(upload, role, Fields.line("files.name", name, NAME));
        }
    }

    /// @throws guidang.server.kernel.Problem
    ///             `INVALID_FIELD`
    long base() {
        if (version == null || version < 0 || version == Long.MAX_VALUE) {
            throw Fields.invalid("version", "0 or the version that was read");
        }
        return version;
    }

    /// @throws guidang.server.kernel.Problem
    ///             `INVALID_FIELD`
    Unfinished checked() {
        if (files == null || files.isEmpty() || files.size() > FILES) {
            throw Fields.invalid("files", "1-" + FILES);
        }
        List<Draft.File> checked = new ArrayList<>();
        for (@Nullable
        DraftFile file : files) {
            if (file == null) {
                throw Fields.invalid("files", "upload, role, name");
            }
            checked.add(file.checked());
        }
        String words = title == null || title.isBlank() ? "" : Fields.line("title", title, TITLE);
        return new Unfinished(organization, campaign, documentType, period, words, date, checked);
    }
}
