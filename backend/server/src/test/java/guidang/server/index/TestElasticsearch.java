package guidang.server.index;

import java.net.URI;

/// The node that all tests of this JVM share, for those of other rooms.
public final class TestElasticsearch {
    private TestElasticsearch() {
    }

    public static URI uri() {
        return IndexFixture.Node.uri();
    }
}
