package guidang.server.journal;

import guidang.server.kernel.OperationId;
import guidang.server.kernel.Problem;
import guidang.server.objects.FileObjects;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// The journal alone: several processes file at once into one directory, and
/// then one process does nothing but write, fsync, link and fsync of the
/// directory at the mean size of those commits. Arguments: directory, processes,
/// clients a process, seconds, seconds of warm-up.
final class JournalBench {
    private static final Duration LONG = Duration.ofMinutes(5);

    private JournalBench() {
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments[0].equals("writer")) {
            write(Path.of(arguments[1]), arguments[2], Integer.parseInt(arguments[3]), Integer.parseInt(arguments[4]),
                    Integer.parseInt(arguments[5]));
            System.exit(0);
        }
        Path folder = Path.of(arguments[0]);
        int processes = Integer.parseInt(arguments[1]);
        double seconds = Integer.parseInt(arguments[3]);
        long records = filed(folder, processes, arguments);
        List<Long> sizes = sizes(folder.resolve("journal/commits"));
        long mean = (long) sizes.stream().mapToLong(Long::longValue).average().orElseThrow();
        double commits = sizes.size() / (seconds + Integer.parseInt(arguments[4]));
        double floor = floor(Files.createTempDirectory(folder, "floor"), Math.toIntExact(mean), Duration.ofSeconds(10));
        System.out.printf(Locale.ROOT,
                "%d processes: %.0f records/s, %.0f commits/s of %d bytes; one process, write+fsync+link+fsync alone: %.0f/s; ratio %.2f%n",
                processes, records / seconds, commits, mean, floor, commits / floor);
        System.exit(0);
    }

    private static long filed(Path folder, int processes, String... arguments) throws IOException {
        List<Process> writers = new ArrayList<>();
        List<BufferedReader> readers = new ArrayList<>();
        for (int i = 0; i < processes; i++) {
            Process writer = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin/java").toString(), "-Xmx384m",
                    "-cp",
                    System.getProperty("java.class.path"), JournalBench.class.getName(), "writer", folder.toString(), "w" + i,
                    arguments[2], arguments[3], arguments[4]).redirectError(ProcessBuilder.Redirect.INHERIT).start();
            writers.add(writer);
            readers.add(writer.inputReader(StandardCharsets.UTF_8));
        }
        for (BufferedReader reader : readers) {
            line(reader, "ready");
        }
        for (Process writer : writers) {
            writer.getOutputStream().write('\n');
            writer.getOutputStream().flush();
        }
        long records = 0;
        for (BufferedReader reader : readers) {
            String line = line(reader, "filed");
            System.out.println(line);
            records += Long.parseLong(line.split(" ", -1)[1]);
        }
        return records;
    }

    private static String line(BufferedReader reader, String start) throws IOException {
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            if (line.startsWith(start)) {
                return line;
            }
        }
        throw new IOException("a writer ended before it said " + start);
    }

    private static void write(Path folder, String name, int clients, int seconds, int warmUp) throws IOException {
        System.setProperty("logging.level.root", "warn");
        PrintStream out = System.out;
        JournalSettings settings = new JournalSettings("example.org/log", folder, false, Duration.ofMillis(500),
                Duration.ofSeconds(30),
                4096, 200_000);
        StoreJournal journal = Objects.requireNonNull(StoreJournal.open(FileObjects.archive(folder),
                new StoreJournal.Threads(Schedulers.newSingle("journal"), Schedulers.parallel()), InstantSource.system(),
                settings,
                Fixtures.key(), name).block(LONG));
        var _ = journal.run().subscribe(end -> {
        }, Throwable::printStackTrace);
        out.println("ready");
        var _ = System.in.read();
        AtomicLong number = new AtomicLong();
        AtomicLong counted = new AtomicLong();
        AtomicLong refused = new AtomicLong();
        Map<Long, Long> milliseconds = new TreeMap<>();
        long begin = System.nanoTime() + Duration.ofSeconds(warmUp).toNanos();
        long end = begin + Duration.ofSeconds(seconds).toNanos();
        Mono<Void> one = Mono.defer(() -> {
            long started = System.nanoTime();
            return journal.submit(filing(name + "-" + number.incrementAndGet())).doOnNext(done -> {
                long now = System.nanoTime();
                if (now >= begin && now < end) {
                    counted.addAndGet(done.records().size());
                    synchronized (milliseconds) {
                        milliseconds.merge((now - started) / 1_000_000, 1L, Long::sum);
                    }
                }
            }).then().onErrorResume(Problem.class, busy -> {
                refused.incrementAndGet();
                return Mono.delay(Duration.ofMillis(100)).then();
            });
        });
        Flux.range(0, clients).flatMap(i -> one.repeat(() -> System.nanoTime() < end), clients).then().block(LONG);
        out.println("filed " + counted.get() + " records, p50 " + percentile(milliseconds, 0.5) + " ms, p95 "
                + percentile(milliseconds, 0.95) + " ms; refused as busy: " + refused + "; not yet materialised: "
                + journal.unmaterialised() + " of "
                + journal.position() + " commits");
    }

    private static Command filing(String name) {
        OperationId operation = Fixtures.operation(name);
        String organization = name.toUpperCase(Locale.ROOT);
        StreamKey campaign = new StreamKey("campaigns/2026-ZTZZSH");
        StreamKey slot = new StreamKey("reports/2026-ZTZZSH/" + organization + "/SELF-EXAM/once");
        String data = """
                {"report":"%s","version":1,"organization":"BRANCH-%s","campaign":"2026-ZTZZSH",\
                "documentType":"SELF-EXAM","period":"once","files":[{"role":"main","sha256":"%3$s","sm3":"%3$s",\
                "size":28412,"mediaType":"application/vnd.openxmlformats-officedocument.wordprocessingml.document"}],\
                "reading":{"sha256":"%3$s","size":16210},"details":{"sha256":"%3$s","size":214},\
                "receivedAt":"2026-11-24T08:00:00.000Z","actor":"clerk-7","onBehalf":false}""".formatted(operation, organization,
                guidang.server.kernel.Digests.hex(name.getBytes(StandardCharsets.UTF_8)));
        return new Command(operation, "digest", view -> {
            view.need(List.of(campaign, slot));
            return view.stream(slot).isEmpty() ? List.of(new NewRecord(slot, "filed", data)) : List.of();
        });
    }

    private static long percentile(Map<Long, Long> counts, double share) {
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        long seen = 0;
        for (Map.Entry<Long, Long> each : counts.entrySet()) {
            seen += each.getValue();
            if (seen >= all * share) {
                return each.getKey();
            }
        }
        return 0;
    }

    private static List<Long> sizes(Path commits) throws IOException {
        try (Stream<Path> files = Files.walk(commits)) {
            return files.map(Path::toFile).filter(java.io.File::isFile).map(java.io.File::length).toList();
        }
    }

    private static double floor(Path folder, int bytes, Duration time) throws IOException {
        ByteBuffer content = ByteBuffer.allocate(bytes);
        long begin = System.nanoTime();
        long written = 0;
        while (System.nanoTime() - begin < time.toNanos()) {
            Path draft = folder.resolve("draft");
            try (FileChannel file = FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                content.rewind();
                while (content.hasRemaining()) {
                    file.write(content);
                }
                file.force(true);
            }
            Files.createLink(folder.resolve(Long.toString(written++)), draft);
            Files.delete(draft);
            try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
                directory.force(true);
            }
        }
        return written / ((System.nanoTime() - begin) / 1e9);
    }
}
