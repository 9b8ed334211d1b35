package guidang.server.objects;

import java.nio.file.Path;

/// What is to be written: bytes in memory, a local file, or an object of
/// another place.
public sealed interface Payload {
    long length();

    /// Small contents held in memory. The array must not change afterwards.
    record Bytes(byte[] bytes) implements Payload {
        @Override
        public long length() {
            return bytes.length;
        }
    }

    /// A local file that nobody writes any more. An adapter may link it instead
    /// of copying.
    record LocalFile(Path path, long length) implements Payload {}

    /// An object of another store (staging → blobs). An adapter may link or copy it
    /// where it lies.
    record Stored(ObjectStore store, String key, long length) implements Payload {}

    static Payload of(byte[] bytes) {
        return new Bytes(bytes);
    }
}
