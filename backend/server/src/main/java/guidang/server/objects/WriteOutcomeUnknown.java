package guidang.server.objects;

/// A write was sent and its answer is missing: it may have landed, or may still
/// land. Never clean up after it.
public final class WriteOutcomeUnknown extends RuntimeException {
    private static final long serialVersionUID = 1;

    public WriteOutcomeUnknown(String message, Throwable cause) {
        super(message, cause);
    }
}
