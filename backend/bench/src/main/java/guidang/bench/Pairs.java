package guidang.bench;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/// The same questions put to the server and, as it would put them, straight to
/// Elasticsearch, in turns.
///
/// @param same
///            what the server asks Elasticsearch for each of the paths
record Pairs(Stack stack, Api officer, List<String> paths, List<Recorder.Request> same) {
    void round(int rounds, Times server, Times straight) throws IOException, InterruptedException {
        for (int round = 0; round < rounds; round++) {
            for (int n = 0; n < paths.size(); n++) {
                long start = System.nanoTime();
                send(same.get(n));
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
