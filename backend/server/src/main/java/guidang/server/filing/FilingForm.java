package guidang.server.filing;

import guidang.server.journal.StreamKey;
import guidang.server.kernel.Code;
import guidang.server.kernel.OperationId;
import guidang.server.kernel.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A filing whose every member has the form it must have. Whether what it names
/// exists is not known yet.
public record FilingForm(Code organization, Code campaign, Code documentType, Period period, String title,
        @Nullable LocalDate date,
        @Nullable OperationId replaces, List<File> files) {
    /// Code points.
    public static final int TITLE_LIMIT = 300;
    static final int FILES_LIMIT = 20;

    record File(String upload, FileRole role) {}

    StreamKey slot() {
        return StreamKey.report(campaign, organization, documentType, period);
    }

    /// The upload that is read and searched.
    File main() {
        return files.stream().filter(file -> file.role() == FileRole.MAIN).findFirst().orElseThrow();
    }

    /// All that was confirmed but the ids of the uploads.
    FilingForm withoutUploads() {
        return new FilingForm(organization, campaign, documentType, period, title, date, replaces, List.of());
    }

    /// @throws Problem
    ///             `INVALID_FIELD` with the member's name and what is wrong;
    ///             `MALFORMED_CODE`; `MALFORMED_PERIOD`
    static FilingForm of(Filing filing) {
        String replaces = filing.replaces();
        return new FilingForm(Code.of(Fields.present("organization", filing.organization())),
                Code.of(Fields.present("campaign", filing.campaign())),
                Code.of(Fields.present("documentType", filing.documentType())),
                new Period(Fields.present("period", filing.period())),
                Fields.line("title", filing.title(), TITLE_LIMIT), filing.date(),
                replaces == null ? null : Fields.operation("replaces", replaces), files(filing.files()));
    }

    private static List<File> files(@Nullable List<@Nullable FilingFile> given) {
        if (given == null || given.isEmpty() || given.size() > FILES_LIMIT) {
            throw Fields.invalid("files", "1-" + FILES_LIMIT);
        }
        List<File> files = new ArrayList<>();
        Set<String> uploads = new HashSet<>();
        for (@Nullable
        FilingFile file : given) {
            if (file == null || file.role() == null || file.upload() == null || file.upload().isBlank()) {
                throw Fields.invalid("files", "upload, role");
            }
            if (!uploads.add(file.upload())) {
                throw Fields.invalid("files", "upload twice");
            }
            files.add(new File(file.upload(), file.role()));
        }
        if (files.stream().filter(file -> file.role() == FileRole.MAIN).count() != 1) {
            throw Fields.invalid("files", "exactly one main");
        }
        return List.copyOf(files);
    }
}
