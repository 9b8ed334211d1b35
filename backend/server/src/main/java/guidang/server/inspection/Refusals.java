package guidang.server.inspection;

import guidang.reader.protocol.Answer.Reason;
import guidang.reader.protocol.Answer.Refused;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;

/// The reader's reasons as the problems that the uploader is told.
final class Refusals {
    private static final String HEIC = "image/heic";

    private Refusals() {
    }

    /// @param purpose
    ///            what else the file could be saved as depends on it
    static Problem problem(Refused refused, Purpose purpose) {
        if (refused.mediaType().equals(HEIC)) {
            return new Problem(ProblemType.FILE_HEIC);
        } else if (refused.reason() == Reason.UNSUPPORTED && purpose == Purpose.EVIDENCE) {
            return new Problem(ProblemType.EVIDENCE_TYPE_UNSUPPORTED, "mediaType", refused.mediaType());
        }
        return refused.reason() == Reason.CLASSIFIED
                ? new Problem(ProblemType.FILE_CLASSIFIED)
                : new Problem(type(refused.reason()), "mediaType", refused.mediaType());
    }

    private static ProblemType type(Reason reason) {
        return switch (reason) {
            case UNSUPPORTED -> ProblemType.FILE_TYPE_UNSUPPORTED;
            case CONTRADICTS -> ProblemType.FILE_TYPE_CONTRADICTS;
            case ENCRYPTED -> ProblemType.FILE_ENCRYPTED;
            case UNREADABLE -> ProblemType.FILE_UNREADABLE;
            case TOO_COMPLEX -> ProblemType.FILE_TOO_COMPLEX;
            case CLASSIFIED -> ProblemType.FILE_CLASSIFIED;
        };
    }
}
