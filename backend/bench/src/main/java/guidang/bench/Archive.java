package guidang.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// An archive of many reports, made once and kept under `target` for
/// further measurements.
final class Archive {
    static final int REPORTS = 20_000;

    private Archive() {
    }

    /// Makes it unless it is there.
    ///
    /// @return the data directory, with all reports filed and indexed
    static Path ready(Path root) throws Exception {
        Path data = root.resolve("backend/bench/target/archive-" + REPORTS);
        Path done = data.resolve("done");
        if (Files.exists(done)) {
            return data;
        }
        try (Stack stack = Stack.start(root, data, Stack.Options.PLAIN)) {
            Slots slots = Slots.atLeast(REPORTS);
            slots.prepare(stack.as("chen"));
            Documents documents = Documents.make(REPORTS);
            Api clerk = stack.as("li");
            Clients.run(8, 0, REPORTS, n -> file(clerk, slots, documents, n));
            awaitIndexed(stack.as("lin"), REPORTS);
        }
        Files.createFile(done);
        return data;
    }

    private static void file(Api clerk, Slots slots, Documents documents, int n) throws IOException, InterruptedException {
        String upload = Json
                .member(clerk.upload(n + ".docx", java.net.http.HttpRequest.BodyPublishers.ofByteArray(documents.file(n))), "id");
        clerk.post(201, "/api/reports", slots.filing(n, upload, documents.title(n)), "bench-" + n);
    }

    /// Until the search counts so many.
    static void awaitIndexed(Api officer, int reports) throws IOException, InterruptedException {
        while (Integer.parseInt(Json.member(officer.get("/api/search?size=1"), "total")) < reports) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }
}
