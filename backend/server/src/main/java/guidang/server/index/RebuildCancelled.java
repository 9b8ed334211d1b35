package guidang.server.index;

/// Nobody wants the generation any more that is being filled.
final class RebuildCancelled extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Generation generation;

    RebuildCancelled(Generation generation) {
        super("the rebuild of " + generation.index() + " is cancelled", null, false, false);
        this.generation = generation;
    }

    Generation generation() {
        return generation;
    }
}
