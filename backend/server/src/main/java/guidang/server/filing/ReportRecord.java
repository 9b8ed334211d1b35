package guidang.server.filing;

import com.fasterxml.jackson.annotation.JsonProperty;
import guidang.server.kernel.Code;
import guidang.server.kernel.OperationId;
import guidang.server.kernel.Period;
import guidang.server.objects.Blobs;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A fact on a slot's stream. It holds no words of a document: these lie in the
/// blobs that it names, under the operation that wrote it.
public sealed interface ReportRecord {
    /// The report that it is about.
    OperationId report();

    /// The last byte of the request that brought it: what timeliness means.
    Instant receivedAt();

    /// The subject that asked for it.
    String actor();

    /// A details blob: a [ReportDetails] or a [Reason].
    Blobs.Ref details();

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
    /// @param onBehalf
    ///            whether a clerk of an organisation above filed it (代报)
    record Filed(OperationId report, int version, @Nullable OperationId replaces, Code organization, Code campaign,
            Code documentType, Period period, List<FiledFile> files, Blobs.Ref reading, Blobs.Ref details,
            Instant receivedAt, String actor, boolean onBehalf) implements ReportRecord {
        public Filed {
            files = List.copyOf(files);
        }

        /// The file that is read and searched.
        public FiledFile main() {
            return files.stream().filter(file -> file.role() == FileRole.MAIN).findFirst().orElseThrow();
        }
    }

    /// A version is void from here on; the one before it that is not void is
    /// current again.
    record Withdrawn(OperationId report, Instant receivedAt, String actor, Blobs.Ref details) implements ReportRecord {}

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
