package guidang.server.query;

/// As of which moment organisations lie where.
public enum TreeMeant {
    NOW(""),
    THEN("Then");

    private final String suffix;

    TreeMeant(String suffix) {
        this.suffix = suffix;
    }

    String path() {
        return "path" + suffix;
    }

    String ancestors() {
        return "ancestors" + suffix;
    }

    String level() {
        return "level" + suffix;
    }
}
