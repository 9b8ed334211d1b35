package guidang.bench;

import guidang.local.Arguments;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Eight clients upload and file docx files of 28 KB; a sample of them is
/// searched for until it is found. Against the reader's own rate on the
/// same files.
final class FilingBench {
    private static final int CLIENTS = 8;
    private static final int SAMPLE = 40;
    private static final int SEARCHERS = 2;

    private FilingBench() {
    }

    /// Options: `--warm-up N` (15000), `--count N` (6000), `--data DIR` (a
    /// new one).
    static boolean run(Path root, Arguments arguments) throws Exception {
        arguments.allow("warm-up", "count", "data");
        int warmUp = arguments.number("warm-up", 15_000);
        int count = arguments.number("count", 6_000);
        Path data = arguments.option("data").map(Path::of).orElse(Files.createTempDirectory("guidang-bench"));
        Documents documents = Documents.make(3_000);
        double reader = ReaderRate.of(root, data.resolve("files"), documents, warmUp, count);
        System.out.printf(Locale.ROOT, "reader alone: %.0f/s%n", reader);
        try (Stack stack = Stack.start(root, data, Stack.Options.PLAIN)) {
            Slots slots = Slots.atLeast(warmUp + count);
            slots.prepare(stack.as("chen"));
            Filer filer = new Filer(stack.as("li"), stack.as("lin"), slots, documents);
            double warming = Clients.run(CLIENTS, 0, warmUp, filer::file);
            System.out.printf(Locale.ROOT, "warm-up: %.0f/s%n", warmUp / warming);
            filer.await();
            filer.reset();
            double seconds = Clients.run(CLIENTS, warmUp, warmUp + count, filer::file);
            filer.await();
            return report(root, documents, reader, count / seconds, filer);
        }
    }

    private static boolean report(Path root, Documents documents, double reader, double rate, Filer filer) throws Exception {
        double searchable = filer.searchable.percentile(0.95) / 1000;
        boolean kept = rate >= 250 && rate >= 0.6 * reader && searchable <= 1.5;
        new Page(root).section("filing", "Filing", List.of(
                String.format(Locale.ROOT,
                        "%d clients, docx of %.0f KB, upload → reading → filing → 201 with receipt, FileObjects,"
                                + " Elasticsearch projecting meanwhile; after a warm-up.",
                        CLIENTS, documents.meanSize() / 1000),
                "",
                "| | | must be |", "|---|---|---|",
                String.format(Locale.ROOT, "| filings a second | %.0f | ≥ 250 on 2 quiet cores |", rate),
                String.format(Locale.ROOT, "| the reader alone (one child, one request in flight) | %.0f/s | |", reader),
                String.format(Locale.ROOT, "| share of the reader's rate | %.2f | ≥ 0.6 |", rate / reader),
                "| upload | " + filer.uploads.summary() + " | |", "| filing | " + filer.filings.summary() + " | |",
                String.format(Locale.ROOT, "| searchable after the 201 (%d sampled), p95 | %.2f s | ≤ 1.5 s |",
                        filer.searchable.count(),
                        searchable)));
        return kept;
    }

    /// Files the n-th document into the n-th slot.
    static final class Filer {
        private final Api clerk;
        private final Api officer;
        private final Slots slots;
        private final Documents documents;
        private final Semaphore searching = new Semaphore(SEARCHERS);
        private Times uploads = new Times();
        private Times filings = new Times();
        private Times searchable = new Times();

        /// @param clerk
        ///            files
        /// @param officer
        ///            searches
        Filer(Api clerk, Api officer, Slots slots, Documents documents) {
            this.clerk = clerk;
            this.officer = officer;
            this.slots = slots;
            this.documents = documents;
        }

        void reset() {
            uploads = new Times();
            filings = new Times();
            searchable = new Times();
        }

        /// Waits for the searches under way.
        void await() throws InterruptedException {
            searching.acquire(SEARCHERS);
            searching.release(SEARCHERS);
        }

        void file(int n) throws Exception {
            long start = System.nanoTime();
            String upload = Json.member(clerk.upload(n + ".docx", BodyPublishers.ofByteArray(documents.file(n))), "id");
            long uploaded = System.nanoTime();
            clerk.post(201, "/api/reports", slots.filing(n, upload, documents.title(n)), "bench-" + n);
            long filed = System.nanoTime();
            uploads.add(uploaded - start);
            filings.add(filed - uploaded);
            if (n % SAMPLE == 0 && searching.tryAcquire()) {
                Thread.ofVirtual().start(() -> search(n, filed));
            }
        }

        private void search(int n, long filed) {
            try {
                String path = "/api/search?size=1&q=" + URLEncoder.encode(Documents.word(n), StandardCharsets.UTF_8);
                while (!officer.get(path).contains("\"id\"")) {
                    TimeUnit.MILLISECONDS.sleep(50);
                }
                searchable.add(System.nanoTime() - filed);
            } catch (Exception e) {
                System.err.println("search for " + n + ": " + e);
            } finally {
                searching.release();
            }
        }
    }
}
