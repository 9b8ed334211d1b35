package guidang.server.objects;

/// The store refused, or was not reached: nothing was written, and the caller
/// may repeat.
public final class StoreUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    public StoreUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
