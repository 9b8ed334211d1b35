package guidang.server.journal;

import java.util.Set;

/// A decision read streams that are not loaded: they are, and it decides again.
/// It never leaves the room.
final class Missing extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Set<StreamKey> keys;

    Missing(Set<StreamKey> keys) {
        super("streams to load", null, false, false);
        this.keys = keys;
    }

    Set<StreamKey> keys() {
        return keys;
    }
}
