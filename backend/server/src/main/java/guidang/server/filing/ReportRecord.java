package guidang.server.filing;

import com.fasterxml.jackson.annotation.JsonProperty;
import guidang.server.kernel.Code;
import guidang.server.kernel.OperationId;
import guidang.server.kernel.Period;
import guidang.server.objects.Blobs;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A fact about one version of a slot.
public sealed interface ReportRecord extends SlotRecord {
    /// The version that it is about.
    OperationId report();

    /// A version came in. It supersedes every version before it.
    ///
    /// @param report
    ///            its id: the operation that filed it
    /// @param version
    ///            its number in the slot, from 1, dense
    /// @param replaces
    ///            the version that was current before; none where there was none
    /// @param files
    ///            exactly one of them is the main one
    /// @param reading
    ///            what the reader made of the main file
    /// @param receivedAt
    ///            the last byte of the request that brought it, to whichever slot:
    ///            what timeliness means
    /// @param onBehalf
    ///            whether somebody of an organisation above filed it (代报)
    /// @param origin
    ///            of a version that was moved here; absent where it came in here
    /// @param imported
    ///            true where an officer brought it in with others of the past: it is
    ///            not timed; else absent
    record Filed(OperationId report, int version, @Nullable OperationId replaces, Code organization, Code campaign,
            Code documentType, Period period, List<FiledFile> files, Blobs.Ref reading, Blobs.Ref details,
            Instant receivedAt, String actor, boolean onBehalf, @Nullable Origin origin,
            @Nullable Boolean imported) implements ReportRecord {
        public Filed {
            files = List.copyOf(files);
        }

        /// One that brings its own blobs.
        public Filed(OperationId report, int version, @Nullable OperationId replaces, Code organization, Code campaign,
                Code documentType, Period period, List<FiledFile> files, Blobs.Ref reading, Blobs.Ref details,
                Instant receivedAt, String actor, boolean onBehalf) {
            this(report, version, replaces, organization, campaign, documentType, period, files, reading, details, receivedAt,
                    actor, onBehalf, null, null);
        }

        /// Whether it is of the past, and so neither in time nor late.
        public boolean untimed() {
            return Boolean.TRUE.equals(imported);
        }

        /// The operation under which its blobs lie.
        public OperationId blobs() {
            return origin == null ? report : origin.blobs();
        }

        /// The file that is read and searched.
        public FiledFile main() {
            return files.stream().filter(file -> file.role() == FileRole.MAIN).findFirst().orElseThrow();
        }
    }

    /// Where a moved version comes from.
    ///
    /// @param report
    ///            the version it was
    /// @param blobs
    ///            the operation that brought its blobs, under which they stay
    record Origin(OperationId report, OperationId blobs) {}

    /// A version is void from here on; the one before it that is not void is
    /// current again.
    record Withdrawn(OperationId report, Instant receivedAt, String actor, Blobs.Ref details) implements ReportRecord {}

    /// An officer sent the current version back, to be mended; it still counts
    /// as delivered.
    record Returned(OperationId report, Instant receivedAt, String actor, Blobs.Ref details) implements ReportRecord {}

    /// An officer accepted the current version.
    ///
    /// @param at
    ///            the accepting organisation
    /// @param last
    ///            whether no further level accepts after this one (逐级审核)
    record Accepted(OperationId report, Code at, boolean last, Instant receivedAt, String actor,
            Blobs.@Nullable Ref details) implements ReportRecord {}

    /// An accepted version may be replaced after all.
    record Reopened(OperationId report, Instant receivedAt, String actor, Blobs.Ref details) implements ReportRecord {}

    /// The version was filed into the wrong slot, and lies in another one from here
    /// on. It is void here.
    ///
    /// @param into
    ///            the version it is there
    record Moved(OperationId report, OperationId into, Instant receivedAt, String actor, Blobs.Ref details)
            implements
                ReportRecord {}

    /// Nobody reads the version from here on: it was found to hold what must not
    /// lie in the archive (a spill). It is void.
    record Sealed(OperationId report, Ground ground, Instant receivedAt, String actor, Blobs.Ref details)
            implements
                ReportRecord {}

    /// It was sealed by mistake, and is again what it was before.
    record Released(OperationId report, Instant receivedAt, String actor, Blobs.Ref details) implements ReportRecord {}

    /// The bytes and words of a sealed version go; this record, the one that filed
    /// it and their proofs stay.
    record Destroyed(OperationId report, Instant receivedAt, String actor, Blobs.Ref details) implements ReportRecord {}

    /// Why a version was sealed.
    enum Ground {
        /// It bears a state secret (涉密).
        @JsonProperty("classified")
        CLASSIFIED,
        /// It is a document of a person, not of the organisation.
        @JsonProperty("personal")
        PERSONAL
    }

    /// One file of a version.
    ///
    /// @param sha256
    ///            lower-case hexadecimal; names its blob
    /// @param sm3
    ///            lower-case hexadecimal (GB/T 32905)
    /// @param size
    ///            in bytes
    record FiledFile(FileRole role, String sha256, String sm3, long size, String mediaType) {
        public Blobs.Ref blob() {
            return new Blobs.Ref(sha256, size);
        }
    }
}
