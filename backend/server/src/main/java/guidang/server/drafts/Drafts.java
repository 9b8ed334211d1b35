package guidang.server.drafts;

import guidang.server.drafts.Draft.Unfinished;
import guidang.server.filing.FileRole;
import guidang.server.kernel.Code;
import guidang.server.kernel.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The drafts that the clerks of an organisation share.
///
/// @param drafts
///            what was saved last comes first
record Drafts(List<DraftView> drafts) {
    /// A draft.
    ///
    /// @param keeper
    ///            the organisation whose clerks share it
    /// @param version
    ///            counts its savings
    /// @param organization
    ///            that is to file it
    /// @param expiresAt
    ///            when it is gone, with its files
    record DraftView(Code keeper, String id, long version, @Nullable Code organization, @Nullable Code campaign,
            @Nullable Code documentType, @Nullable Period period, String title, @Nullable LocalDate date, List<FileView> files,
            Instant savedAt, Instant expiresAt) {
        static DraftView of(DraftObjects.Version version, Instant expiresAt) {
            Unfinished filing = Objects.requireNonNull(version.filing());
            return new DraftView(version.keeper(), version.id(), version.number(), filing.organization(), filing.campaign(),
                    filing.documentType(), filing.period(), filing.title(), filing.date(),
                    filing.files().stream().map(file -> new FileView(file.upload(), file.role(), file.name())).toList(),
                    version.draft().savedAt(), expiresAt);
        }
    }

    /// A file of a draft.
    record FileView(String upload, FileRole role, String name) {}
}
