package guidang.server.access;

/// Scopes for other rooms' tests.
public final class TestScopes {
    private TestScopes() {
    }

    public static Scopes of(OrganizationPaths paths) {
        return new Scopes(paths);
    }
}
