package guidang.server.organizations;

import guidang.server.kernel.OperationId;
import guidang.server.objects.Blobs;
import org.jspecify.annotations.Nullable;

/// What an organisation is called from a change on. Its words are read from the
/// details blob when they are first asked for, and kept.
final class Naming {
    private final OperationId operation;
    private final Blobs.Ref details;
    private volatile @Nullable Words words;

    /// @param sought
    ///            by which it is found; null until somebody looked
    private record Words(String name, @Nullable String shortName, @Nullable String sought) {}

    Naming(OperationId operation, Blobs.Ref details) {
        this.operation = operation;
        this.details = details;
    }

    OperationId operation() {
        return operation;
    }

    Blobs.Ref details() {
        return details;
    }

    boolean read() {
        return words != null;
    }

    void read(String name, @Nullable String shortName) {
        words = new Words(name, shortName, null);
    }

    @Nullable
    String name() {
        Words known = words;
        return known == null ? null : known.name;
    }

    @Nullable
    String shortName() {
        Words known = words;
        return known == null ? null : known.shortName;
    }

    /// The text by which it is found ([Sought]); null where its name is not read.
    @Nullable
    String sought() {
        Words known = words;
        if (known == null || known.sought != null) {
            return known == null ? null : known.sought;
        }
        String text = Sought.text(known.name, known.shortName);
        words = new Words(known.name, known.shortName, text);
        return text;
    }
}
