package guidang.server.objects;

import io.minio.errors.ErrorResponseException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.concurrent.CompletionException;

/// What an S3 service's error says of the request.
///
/// HTTP status and code after the S3 API reference, "Error responses" and
/// "Conditional requests".
final class S3Outcome {
    private S3Outcome() {
    }

    /// Of a request that changes nothing.
    static Throwable ofRead(Throwable error) {
        Throwable cause = cause(error);
        return named(cause) ? cause : new StoreUnavailable(words(cause), cause);
    }

    /// Of a write: surely refused, or unknown.
    static Throwable ofWrite(Throwable error) {
        Throwable cause = cause(error);
        if (named(cause)) {
            return cause;
        }
        return refused(cause) ? new StoreUnavailable(words(cause), cause) : new WriteOutcomeUnknown(words(cause), cause);
    }

    /// 412: the condition `If-None-Match: *` did not hold.
    static boolean occupied(Throwable error) {
        return code(error).equals("PreconditionFailed");
    }

    /// 404 of a key, not of the bucket.
    static boolean absent(Throwable error) {
        return code(error).equals("NoSuchKey");
    }

    /// 416: the range begins behind the object's end.
    static boolean beyond(Throwable error) {
        return code(error).equals("InvalidRange");
    }

    /// The service does not let go of an object: locked, or not ours to delete. AWS
    /// answers AccessDenied to both, MinIO InvalidRequest to the first.
    static boolean kept(Throwable error) {
        return code(error).equals("AccessDenied") || code(error).equals("InvalidRequest") || code(error).equals("ObjectLocked");
    }

    /// 501, or what S3Proxy says of a list of versions.
    static boolean unsupported(Throwable error) {
        return code(error).equals("NotImplemented") || code(error).equals("MethodNotAllowed");
    }

    /// Nothing was sent, or the service said no. 409 is a race with another
    /// conditional write, 408 and 429 may come after the body.
    private static boolean refused(Throwable cause) {
        if (cause instanceof ConnectException || cause instanceof UnknownHostException) {
            return true;
        }
        if (!(cause instanceof ErrorResponseException response)) {
            return false;
        }
        int status = response.response().code();
        return status >= 400 && status < 500 && status != 408 && status != 409 && status != 429;
    }

    private static String code(Throwable error) {
        return cause(error) instanceof ErrorResponseException response ? response.errorResponse().code() : "";
    }

    private static boolean named(Throwable cause) {
        return cause instanceof StoreUnavailable || cause instanceof WriteOutcomeUnknown
                || cause instanceof IllegalStateException;
    }

    /// The client's own text of an error names the request with its headers.
    private static String words(Throwable cause) {
        return cause instanceof ErrorResponseException response
                ? "the object store answered " + response.response().code() + " " + response.errorResponse().code()
                : "the object store did not answer: " + cause.getMessage();
    }

    private static Throwable cause(Throwable error) {
        Throwable inner = error instanceof CompletionException ? error.getCause() : null;
        return inner == null ? error : inner;
    }
}
