package guidang.server.inspection;

import guidang.server.kernel.Code;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What an upload in parts is to become: `staging/{upload}/resumable.json`,
/// written before its first byte is taken.
///
/// @param subject
///            who sends it
/// @param organization
///            whose clerks may go on with it ([Sender]); null: its sender alone
/// @param size
///            of the whole, in bytes
record Creation(int format, String subject, @Nullable String organization, Instant createdAt, String name, long size,
        Purpose purpose) {
    static final int FORMAT = 1;

    static Creation of(UploadId id, Sender sender, FileName name, long size, Purpose purpose) {
        Code organization = sender.organization();
        return new Creation(FORMAT, sender.subject(), organization == null ? null : organization.value(), id.time(),
                name.value(), size, purpose);
    }

    Sender sender() {
        return new Sender(subject, organization == null ? null : new Code(organization));
    }
}
