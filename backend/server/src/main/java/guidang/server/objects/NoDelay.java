package guidang.server.objects;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/// Sockets with TCP_NODELAY: OkHttp leaves Nagle's algorithm on, which together
/// with delayed acknowledgements costs some 40 ms a put.
final class NoDelay extends SocketFactory {
    @Override
    public Socket createSocket() throws IOException {
        return set(new Socket());
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return set(new Socket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return set(new Socket(host, port, localHost, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return set(new Socket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) throws IOException {
        return set(new Socket(host, port, localHost, localPort));
    }

    private static Socket set(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        return socket;
    }
}
