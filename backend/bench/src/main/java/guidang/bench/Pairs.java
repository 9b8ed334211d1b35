package guidang.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The same questions put to the server and, as it would put them, straight to
/// Elasticsearch, in turns.
///
/// @param same
///            what the server asks Elasticsearch for each of the paths, one
///            after the other
record Pairs(Stack stack, Api officer, List<String> paths, List<List<Recorder.Request>> same) {
    /// Asks the server once, and keeps what it asks the index of that name.
    static List<List<Recorder.Request>> recorded(Path root, Path data, List<String> jvm, String index, List<String> paths)
            throws Exception {
        List<List<Recorder.Request>> same = new ArrayList<>();
        List<Recorder> recorders = new ArrayList<>();
        HttpClient http = HttpClient.newHttpClient();
        var options = new Stack.Options(behind -> through(http, behind, index, recorders), jvm, List.of());
        try (Stack stack = Stack.start(root, data, options); Recorder recorder = recorders.getFirst()) {
            Api officer = stack.as("lin");
            for (String path : paths) {
                recorder.take();
                officer.get(path);
                List<Recorder.Request> sent = recorder.take();
                if (sent.isEmpty()) {
                    throw new IllegalStateException(path + " made no search");
                }
                same.add(sent);
            }
        }
        return same;
    }

    private static URI through(HttpClient http, URI behind, String index, List<Recorder> recorders) {
        recorders.add(new Recorder(http, behind, path -> path.contains(index) && path.contains("/_search")));
        return recorders.getFirst().uri();
    }

    void round(int rounds, Times server, Times straight) throws IOException, InterruptedException {
        for (int round = 0; round < rounds; round++) {
            for (int n = 0; n < paths.size(); n++) {
                long start = System.nanoTime();
                for (Recorder.Request search : same.get(n)) {
                    send(search);
                }
                long middle = System.nanoTime();
                officer.get(paths.get(n));
                server.add(System.nanoTime() - middle);
                straight.add(middle - start);
            }
        }
    }

    private void send(Recorder.Request search) throws IOException, InterruptedException {
        HttpResponse<String> answer = stack.http().send(search.to(stack.elasticsearch().resolve(search.path())),
                BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("Elasticsearch: " + answer.statusCode() + " " + answer.body());
        }
    }
}
