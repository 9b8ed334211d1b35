package guidang.server.kernel;

import java.util.Locale;

/// Every problem a caller can be told of, with its HTTP status. The words are
/// in `messages*.properties` under `problem.{slug}.title`, `.detail` and
/// `.action`; a test holds both lists together.
public enum ProblemType {
    // What the request itself is.
    MALFORMED_REQUEST(400),
    MALFORMED_CODE(400),
    MALFORMED_PERIOD(400),
    MALFORMED_QUERY(400),
    UNKNOWN_FIELD(400),
    INVALID_FIELD(
            400),
    IDEMPOTENCY_KEY_MISSING(
            400),
    IDEMPOTENCY_KEY_REUSED(422),
    NOT_ACCEPTABLE(
            406),
    METHOD_NOT_ALLOWED(405),
    UNSUPPORTED_MEDIA_TYPE(415),
    REQUEST_TOO_LARGE(413),
    // Who asks.
    UNAUTHENTICATED(401),
    TOKEN_INVALID(401),
    TOKEN_EXPIRED(401),
    TOKEN_ISSUER(401),
    TOKEN_AUDIENCE(401),
    FORBIDDEN(
            403),
    NOT_FOUND(404),
    UNKNOWN_GRANT(403),
    CONFLICTING_GRANTS(403),
    // Uploads and what the reader says of them.
    FILE_EMPTY(422),
    FILE_TOO_LARGE(413),
    FILE_TYPE_UNSUPPORTED(422),
    EVIDENCE_TYPE_UNSUPPORTED(422),
    FILE_HEIC(422),
    FILE_TYPE_CONTRADICTS(422),
    FILE_ENCRYPTED(
            422),
    FILE_UNREADABLE(422),
    FILE_TOO_COMPLEX(422),
    FILE_CLASSIFIED(422),
    FILE_INFECTED(422),
    UPLOAD_NOT_FOUND(404),
    UPLOAD_ABORTED(400),
    UPLOAD_PURPOSE(422),
    UPLOAD_EXPIRED(410),
    UPLOAD_OFFSET(409),
    UPLOAD_INCOMPLETE(409),
    UPLOAD_PART_SMALL(413),
    UPLOADS_TOO_MANY(429),
    TUS_VERSION(412),
    READER_BUSY(503),
    SCANNER_UNAVAILABLE(503),
    // Organisations and campaigns.
    ORGANIZATION_UNKNOWN(404),
    ORGANIZATION_EXISTS(409),
    ORGANIZATIONS_INVALID(422),
    ORGANIZATION_CLOSED(409),
    ORGANIZATION_OPEN(409),
    ORGANIZATION_CIRCLE(409),
    ORGANIZATION_NOT_EMPTY(409),
    ORGANIZATION_ROOT(409),
    ORGANIZATION_CHANGED(409),
    CAMPAIGN_UNKNOWN(404),
    CAMPAIGN_EXISTS(
            409),
    CAMPAIGN_NOT_OPEN(409),
    CAMPAIGN_STATE(409),
    CAMPAIGN_CHANGED(409),
    CAMPAIGN_INCOMPLETE(409),
    ROSTER_UNCHANGED(409),
    NOT_ROSTERED(404),
    CALENDAR_INVALID(422),
    TEMPLATE_CHANGED(409),
    DOCUMENT_TYPE_UNKNOWN(422),
    PERIOD_UNKNOWN(422),
    // Filing.
    DRAFT_CHANGED(409),
    DRAFT_GONE(404),
    DRAFTS_FULL(409),
    SLOT_TAKEN(409),
    ALREADY_FILED(409),
    // Many at once.
    IMPORT_UNREADABLE(422),
    IMPORT_UNSAFE(422),
    IMPORT_TOO_LARGE(413),
    MANIFEST_MISSING(422),
    MANIFEST_INVALID(422),
    IMPORT_STATE(409),
    IMPORT_NOTHING(409),
    IMPORT_EXPIRED(410),
    IMPORT_AMBIGUOUS(422),
    IMPORT_FILE_MISSING(422),
    IMPORT_SLOT_TWICE(422),
    // What becomes of a report.
    REPORT_STATE(409),
    TICKET_EXPIRED(403),
    REPORT_SEALED(403),
    SECOND_PERSON_NEEDED(403),
    OWN_REPORT(403),
    REPORT_MOVED(409),
    // What becomes of a rectification item.
    ITEM_EXISTS(409),
    ITEM_STATE(409),
    ITEM_CHANGED(409),
    OWN_ITEM(403),
    // Long work.
    JOB_ENDED(409),
    JOB_RESULT_EXPIRED(410),
    JOBS_TOO_MANY(429),
    JOB_ABANDONED(500),
    REBUILD_DIFFERS(500),
    // The platform itself.
    BUSY(503),
    OUTCOME_UNKNOWN(503),
    STORE_UNAVAILABLE(503),
    INDEX_UNAVAILABLE(503),
    NOT_CAUGHT_UP(503),
    IDENTITY_UNAVAILABLE(
            503),
    INTERNAL(500);

    private final int status;

    ProblemType(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }

    /// The last part of the type's URI: `file-too-large`.
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
