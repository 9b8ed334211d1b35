package guidang.server.index;

/// The generation was deleted meanwhile: look up which one is live.
final class GenerationGone extends RuntimeException {
    private static final long serialVersionUID = 1;

    GenerationGone(String index) {
        super("the index " + index + " is gone", null, false, false);
    }
}
