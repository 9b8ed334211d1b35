package guidang.server.objects;

/// The store lacks a property on which the archive rests; the start ends here.
/// The message names the property and what to do.
public final class StoreRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    public StoreRefused(String message) {
        super(message);
    }

    public StoreRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
