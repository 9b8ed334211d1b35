package guidang.server.filing;

import guidang.server.journal.StreamKey;
import guidang.server.kernel.Code;
import guidang.server.kernel.OperationId;
import guidang.server.kernel.Period;
import org.jspecify.annotations.Nullable;

/// The slot that a version was meant for.
///
/// @param replaces
///            the version that is current there; absent where none is
/// @param reason
///            1–1,000 characters; it stays on record
record MoveForm(@Nullable String organization, @Nullable String campaign, @Nullable String documentType,
        @Nullable String period, @Nullable String replaces, @Nullable String reason) {
    /// A form whose every member has the form it must have.
    record Move(Code organization, Code campaign, Code documentType, Period period, @Nullable OperationId replaces,
            Reason reason) {
        StreamKey slot() {
            return StreamKey.report(campaign, organization, documentType, period);
        }
    }

    /// @throws guidang.server.kernel.Problem
    ///             `INVALID_FIELD` with the member's name and what is wrong;
    ///             `MALFORMED_CODE`; `MALFORMED_PERIOD`
    Move checked() {
        return new Move(Code.of(Fields.present("organization", organization)), Code.of(Fields.present("campaign", campaign)),
                Code.of(Fields.present("documentType", documentType)), new Period(Fields.present("period", period)),
                replaces == null ? null : Fields.operation("replaces", replaces), Reason.of(reason));
    }
}
