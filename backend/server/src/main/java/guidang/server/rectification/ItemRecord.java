package guidang.server.rectification;

import guidang.server.kernel.Code;
import guidang.server.kernel.OperationId;
import guidang.server.objects.Blobs;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A fact on an item's stream. It holds no words: these lie in the blobs that
/// it names, under the operation that wrote it.
public sealed interface ItemRecord {
    /// The last byte of the request that brought it.
    Instant receivedAt();

    /// The subject that asked for it.
    String actor();

    /// An [ItemWords], a [ProgressWords] or a
    /// [guidang.server.filing.Reason]; absent where nothing was said.
    Blobs.@Nullable Ref details();

    /// The item was entered into the register. Always the first of the stream.
    ///
    /// @param number
    ///            its place in the register, from 1
    /// @param source
    ///            what it came from; absent where it was entered by hand
    /// @param due
    ///            absent where there is none
    /// @param onBehalf
    ///            whether somebody of an organisation above entered it
    /// @param at
    ///            the officer's organisation; absent of a clerk
    /// @param imported
    ///            true where it came with a sheet; else absent
    record Opened(OperationId item, int number, Code organization, Code campaign, @Nullable Source source, ItemType type,
            @Nullable LocalDate due, Blobs.Ref details, Instant receivedAt, String actor, boolean onBehalf, @Nullable Code at,
            @Nullable Boolean imported) implements ItemRecord {}

    /// A problem in a filed report.
    ///
    /// @param report
    ///            the version
    /// @param problem
    ///            index in its structure: of its problems, then of the rows of its
    ///            registers; absent where it is none that was read
    record Source(OperationId report, @Nullable Integer problem) {}

    /// The item's words are others from here on.
    ///
    /// @param replaces
    ///            position of the record whose words these replace
    record Edited(int replaces, Blobs.Ref details, Instant receivedAt, String actor, boolean onBehalf) implements ItemRecord {}

    /// Type and due day are these from here on.
    record Reclassified(ItemType type, @Nullable LocalDate due, Code at, Blobs.Ref details, Instant receivedAt, String actor)
            implements
                ItemRecord {}

    /// Something was done.
    ///
    /// @param on
    ///            the day on which it was done; absent where nobody said
    /// @param imported
    ///            true where it came with a sheet; else absent
    record Progressed(List<Evidence> evidence, @Nullable LocalDate on, Blobs.Ref details, Instant receivedAt, String actor,
            boolean onBehalf, @Nullable Boolean imported) implements ItemRecord {
        public Progressed {
            evidence = List.copyOf(evidence);
        }
    }

    /// A file that shows what was done (佐证).
    ///
    /// @param sha256
    ///            lower-case hexadecimal; names its blob
    /// @param sm3
    ///            lower-case hexadecimal (GB/T 32905)
    /// @param size
    ///            in bytes
    /// @param on
    ///            its date of effect: the day of what it shows; absent where nobody
    ///            said
    /// @param preview
    ///            a small JPEG without metadata; absent where there is none
    record Evidence(String sha256, String sm3, long size, String mediaType, @Nullable LocalDate on,
            Blobs.@Nullable Ref preview) {
        public Blobs.Ref blob() {
            return new Blobs.Ref(sha256, size);
        }

        /// The file itself: its preview may be made anew.
        Evidence withoutPreview() {
            return new Evidence(sha256, sm3, size, mediaType, on, null);
        }
    }

    /// A remark.
    ///
    /// @param at
    ///            the officer's organisation; absent of a clerk
    record Commented(@Nullable Code at, Blobs.Ref details, Instant receivedAt, String actor) implements ItemRecord {}

    /// 销号申请. It voids one that waits.
    ///
    /// @param request
    ///            its id: the operation that wrote it
    /// @param completed
    ///            the day on which it was done; absent where nobody said
    record CloseOutRequested(OperationId request, @Nullable LocalDate completed, Blobs.@Nullable Ref details,
            Instant receivedAt, String actor, boolean onBehalf) implements ItemRecord {}

    record CloseOutWithdrawn(OperationId request, Blobs.@Nullable Ref details, Instant receivedAt, String actor)
            implements
                ItemRecord {}

    /// 销号.
    ///
    /// @param at
    ///            the organisation whose officer closed it
    /// @param dated
    ///            the day on which it was closed outside of this platform, where it
    ///            came with a sheet; else absent
    record Closed(OperationId request, Code at, @Nullable LocalDate dated, Blobs.@Nullable Ref details, Instant receivedAt,
            String actor) implements ItemRecord {}

    /// A close-out was refused; the words say what is missing.
    record Returned(OperationId request, Code at, Blobs.Ref details, Instant receivedAt, String actor) implements ItemRecord {}

    /// 延期申请. It voids one that waits.
    ///
    /// @param due
    ///            the day that is asked for
    record ExtensionRequested(OperationId request, LocalDate due, Blobs.Ref details, Instant receivedAt, String actor,
            boolean onBehalf) implements ItemRecord {}

    /// 延期 is granted.
    ///
    /// @param due
    ///            the due day from here on
    record ExtensionGranted(OperationId request, Code at, LocalDate due, Blobs.@Nullable Ref details, Instant receivedAt,
            String actor) implements ItemRecord {}

    record ExtensionRefused(OperationId request, Code at, Blobs.Ref details, Instant receivedAt, String actor)
            implements
                ItemRecord {}

    /// 回头看: it is mended.
    record Reviewed(Code at, Blobs.Ref details, Instant receivedAt, String actor) implements ItemRecord {}

    /// 回头看: it is not mended.
    ///
    /// @param due
    ///            the due day from here on; absent: there is none
    record Reopened(Code at, @Nullable LocalDate due, Blobs.Ref details, Instant receivedAt, String actor)
            implements
                ItemRecord {}

    /// It was entered by mistake.
    record Voided(Code at, Blobs.Ref details, Instant receivedAt, String actor) implements ItemRecord {}
}
