package guidang.server.inspection;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Speaks clamd's protocol (clamd(8)): a command that begins with `z` and ends
/// with a zero, one answer that ends with one. Blocking; a connection each time.
final class Clamd {
    private static final int CHUNK = 1 << 16;
    private static final int ANSWER_LIMIT = 4_096;
    private static final String FOUND = " FOUND";
    private static final String STREAM = "stream: ";

    private final Supplier<SocketAddress> address;
    private final Duration timeout;

    Clamd(Supplier<SocketAddress> address, Duration timeout) {
        this.address = address;
        this.timeout = timeout;
    }

    /// The name of what was found in the file; empty where nothing was.
    ///
    /// @throws IOException
    ///             where the scanner is away, late, or says anything else, such as
    ///             that the file passes its own limit
    String scan(Path file) throws IOException {
        String answer = ask("INSTREAM", channel -> stream(file, channel));
        if (answer.equals(STREAM + "OK")) {
            return "";
        } else if (answer.startsWith(STREAM) && answer.endsWith(FOUND)) {
            return answer.substring(STREAM.length(), answer.length() - FOUND.length());
        }
        throw new IOException("the scanner says: " + answer);
    }

    /// Engine and signatures: `ClamAV 1.4.3/27820/Mon Nov 23 …`.
    String version() throws IOException {
        return ask("VERSION", channel -> {
        });
    }

    private interface Body {
        void write(SocketChannel channel) throws IOException;
    }

    private String ask(String command, Body body) throws IOException {
        SocketAddress place = address.get();
        try (SocketChannel channel = open(place)) {
            CompletableFuture<Void> inTime = closeLater(channel);
            try {
                if (!channel.connect(place)) {
                    throw new IOException("the scanner can't be reached");
                }
                write(channel, ByteBuffer.wrap(("z" + command + "\0").getBytes(StandardCharsets.US_ASCII)));
                send(channel, body);
                return answer(channel);
            } finally {
                inTime.complete(null);
            }
        }
    }

    private static SocketChannel open(SocketAddress place) throws IOException {
        return place instanceof java.net.UnixDomainSocketAddress
                ? SocketChannel.open(java.net.StandardProtocolFamily.UNIX)
                : SocketChannel.open();
    }

    /// A blocking channel knows no time limit of its own: closing it ends
    /// whatever waits.
    @SuppressWarnings("FutureReturnValueIgnored") // closing is all there is to wait for
    private CompletableFuture<Void> closeLater(SocketChannel channel) {
        CompletableFuture<Void> inTime = new CompletableFuture<>();
        inTime.orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS).whenComplete((v, late) -> {
            if (late != null) {
                close(channel);
            }
        });
        return inTime;
    }

    private static void close(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /// A scanner that has had enough says so and closes: its answer is worth more
    /// than our failure to write on.
    private static void send(SocketChannel channel, Body body) throws IOException {
        try {
            body.write(channel);
        } catch (IOException e) {
            if (!channel.isOpen()) {
                throw e;
            }
        }
    }

    /// Chunks after their lengths, four bytes big-endian; a length of zero ends.
    private static void stream(Path file, SocketChannel out) throws IOException {
        try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
            chunk.position(Integer.BYTES);
            while (in.read(chunk) >= 0) {
                chunk.putInt(0, chunk.position() - Integer.BYTES).flip();
                if (chunk.limit() > Integer.BYTES) {
                    write(out, chunk);
                }
                chunk.clear().position(Integer.BYTES);
            }
            write(out, ByteBuffer.allocate(Integer.BYTES));
        }
    }

    private static void write(SocketChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private static String answer(SocketChannel channel) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        ByteBuffer bytes = ByteBuffer.allocate(512);
        while (channel.read(bytes) >= 0 && answer.size() < ANSWER_LIMIT) {
            answer.write(bytes.array(), 0, bytes.position());
            bytes.clear();
        }
        return answer.toString(StandardCharsets.UTF_8).replace("\0", "").strip();
    }
}
