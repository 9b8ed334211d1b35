package guidang.server.inspection;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/// Speaks clamd's protocol and knows one virus: the EICAR test file.
final class FakeClamd implements AutoCloseable {
    static final String VERSION = "ClamAV 1.4.3/27820/Mon Nov 23 10:00:00 2026";

    private final ServerSocketChannel server;
    private final int limit;
    private final AtomicLong scanned = new AtomicLong();

    private FakeClamd(ServerSocketChannel server, SocketAddress place, int limit) {
        this.server = server;
        this.limit = limit;
        try {
            server.bind(place);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().name("fake-clamd").start(this::serve);
    }

    /// On a free port of the loopback.
    static FakeClamd onPort(int limit) throws IOException {
        return new FakeClamd(ServerSocketChannel.open(), new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), limit);
    }

    static FakeClamd at(UnixDomainSocketAddress place) throws IOException {
        return new FakeClamd(ServerSocketChannel.open(StandardProtocolFamily.UNIX), place, Integer.MAX_VALUE);
    }

    /// The test file that every scanner knows. In two parts, lest one finds
    /// it here.
    static byte[] eicar() {
        return ("X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-" + "FILE!$H+H*")
                .getBytes(StandardCharsets.US_ASCII);
    }

    int port() {
        try {
            return ((InetSocketAddress) server.getLocalAddress()).getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long bytesScanned() {
        return scanned.get();
    }

    private void serve() {
        try {
            while (true) {
                SocketChannel client = server.accept();
                Thread.ofVirtual().start(() -> answer(client));
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private void answer(SocketChannel client) {
        try (client) {
            DataInputStream in = new DataInputStream(Channels.newInputStream(client));
            StringBuilder command = new StringBuilder();
            for (int c = in.read(); c > 0; c = in.read()) {
                command.append((char) c);
            }
            String answer = command.toString().equals("zINSTREAM") ? scan(in) : VERSION;
            client.write(ByteBuffer.wrap((answer + "\0").getBytes(StandardCharsets.US_ASCII)));
        } catch (IOException e) {
            // The test went away.
        }
    }

    private String scan(DataInputStream in) throws IOException {
        StringBuilder all = new StringBuilder();
        for (int length = in.readInt(); length > 0; length = in.readInt()) {
            all.append(new String(in.readNBytes(length), StandardCharsets.ISO_8859_1));
            if (all.length() > limit) {
                return "INSTREAM size limit exceeded. ERROR";
            }
        }
        scanned.addAndGet(all.length());
        return all.indexOf(new String(eicar(), StandardCharsets.ISO_8859_1)) < 0
                ? "stream: OK"
                : "stream: Eicar-Test-Signature FOUND";
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
