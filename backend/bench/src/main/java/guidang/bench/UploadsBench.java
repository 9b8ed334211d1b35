package guidang.bench;

import guidang.local.Arguments;
import guidang.local.demo.ReportFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// Sixteen uploads of 200 MB at once into a server with 256 MB of heap: none
/// fails, no buffer leaks, and the process is as large afterwards as before.
final class UploadsBench {
    private static final int CLIENTS = 16;
    private static final int SIZE = 200_000_000;

    private UploadsBench() {
    }

    static boolean run(Path root, Arguments arguments) throws Exception {
        arguments.allow("data");
        Path data = arguments.option("data").map(Path::of).orElse(Files.createTempDirectory("guidang-bench"));
        Path file = large(data.resolve("large.docx"), SIZE);
        var options = new Stack.Options(java.util.function.UnaryOperator.identity(),
                List.of("-Xmx256m", "-Dio.netty.leakDetection.level=paranoid"), List.of());
        try (Stack stack = Stack.start(root, data, options)) {
            Slots.atLeast(1).prepare(stack.as("chen"));
            Api api = stack.as("li");
            // The first round fills caches, class metadata and buffer pools.
            double first = Clients.run(CLIENTS, 0, CLIENTS, n -> upload(api, file));
            long before = settled(stack);
            AtomicLong peak = new AtomicLong();
            Thread watch = Thread.ofVirtual().start(() -> watch(stack, peak));
            double second = Clients.run(CLIENTS, 0, CLIENTS, n -> upload(api, file));
            watch.interrupt();
            long after = settled(stack);
            long leaks = Files.readString(stack.log()).lines().filter(line -> line.contains("LEAK:")).count();
            return report(root, first, second, new long[]{before, peak.get(), after}, leaks);
        }
    }

    private static void upload(Api api, Path file) throws Exception {
        String upload = Json.member(api.upload("large.docx", BodyPublishers.ofFile(file)), "id");
        api.delete("/api/uploads/" + upload);
    }

    private static boolean report(Path root, double first, double second, long[] memory, long leaks) throws IOException {
        boolean kept = leaks == 0 && memory[2] <= memory[0] + (32L << 20);
        new Page(root).section("uploads", "Large uploads", List.of(
                String.format(Locale.ROOT,
                        "%d uploads at once of %d MB each, `-Xmx256m`, Netty's leak detection at `paranoid`; a second"
                                + " round after a first one.",
                        CLIENTS, SIZE / 1_000_000),
                "",
                "| | | must be |", "|---|---|---|", "| failed | 0 | 0 |",
                String.format(Locale.ROOT, "| first round, second round | %.1f s, %.1f s | |", first, second),
                String.format(Locale.ROOT,
                        "| resident memory before, at peak, after the second round | %d, %d, %d MiB | back where it was |",
                        memory[0] >> 20, memory[1] >> 20, memory[2] >> 20),
                "| leaked buffers reported | " + leaks + " | 0 |"));
        return kept;
    }

    /// Resident memory once it stands still.
    private static long settled(Stack stack) throws IOException, InterruptedException {
        long last = Long.MAX_VALUE;
        for (int quiet = 0; quiet < 5;) {
            TimeUnit.SECONDS.sleep(1);
            long now = resident(stack);
            quiet = Math.abs(now - last) < (1L << 20) ? quiet + 1 : 0;
            last = now;
        }
        return last;
    }

    private static void watch(Stack stack, AtomicLong peak) {
        try {
            while (true) {
                peak.accumulateAndGet(resident(stack), Math::max);
                TimeUnit.MILLISECONDS.sleep(100);
            }
        } catch (InterruptedException | IOException done) {
            // The uploads are through.
        }
    }

    private static long resident(Stack stack) throws IOException {
        return Files.readString(Path.of("/proc/" + stack.server().pid() + "/status")).lines()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) << 10).findFirst().orElse(0);
    }

    /// A docx with one large picture.
    ///
    /// @param size
    ///            of the file, in bytes; a few thousand less come of it
    static Path large(Path file, int size) throws IOException {
        byte[] small = new ReportFactory(1).report(0).docx();
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(small));
                OutputStream out = Files.newOutputStream(file);
                ZipOutputStream to = new ZipOutputStream(out)) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                to.write(from.readAllBytes());
            }
            picture(to, size - small.length - 4096);
        }
        return file;
    }

    private static void picture(ZipOutputStream to, int size) throws IOException {
        byte[] noise = new byte[1 << 20];
        CRC32 crc = new CRC32();
        Random random = new Random(1);
        for (int left = size; left > 0; left -= noise.length) {
            random.nextBytes(noise);
            crc.update(noise, 0, Math.min(left, noise.length));
        }
        ZipEntry entry = new ZipEntry("word/media/image1.png");
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(size);
        entry.setCrc(crc.getValue());
        to.putNextEntry(entry);
        Random again = new Random(1);
        for (int left = size; left > 0; left -= noise.length) {
            again.nextBytes(noise);
            to.write(noise, 0, Math.min(left, noise.length));
        }
    }
}
