package guidang.bench;

import guidang.local.Arguments;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A piece of evidence of 1 GB, into a server whose heap is 128 MB more than
/// what it holds when idle: over a connection that breaks, and past a kill.
final class EvidenceBench {
    private static final int SIZE = 1 << 30;
    private static final int ABOVE_IDLE = 128 << 20;
    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    private EvidenceBench() {
    }

    /// What was measured.
    private record Figures(long idle, long heap, double sending, double finishing, long acknowledged, long after, boolean same) {}

    static boolean run(Path root, Arguments arguments) throws Exception {
        arguments.allow("data");
        Path data = arguments.option("data").map(Path::of).orElse(Files.createTempDirectory("guidang-bench"));
        Path file = UploadsBench.large(data.resolve("evidence.docx"), SIZE);
        long idle = idle(root, data);
        long heap = idle + ABOVE_IDLE;
        Figures figures = measure(root, data, file, idle, heap);
        return report(root, Files.size(file), figures);
    }

    /// Heap in use after a collection, when the server has done nothing but read
    /// one small file.
    private static long idle(Path root, Path data) throws Exception {
        try (Stack stack = Stack.start(root, data, options(512L << 20))) {
            Slots.atLeast(1).prepare(stack.as("chen"));
            stack.as("li").upload("a.txt", BodyPublishers.ofString("方案"));
            long pid = stack.server().pid();
            jcmd(pid, "GC.run");
            TimeUnit.SECONDS.sleep(2);
            jcmd(pid, "GC.run");
            return used(jcmd(pid, "GC.heap_info"));
        }
    }

    private static long used(String info) {
        Matcher found = USED.matcher(info);
        if (!found.find()) {
            throw new IllegalStateException(info);
        }
        return Long.parseLong(found.group(1)) << 10;
    }

    private static String jcmd(long pid, String command) throws IOException, InterruptedException {
        Process jcmd = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(pid), command).redirectErrorStream(true).start();
        String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        jcmd.waitFor();
        return said;
    }

    private static Stack.Options options(long heap) {
        return new Stack.Options(UnaryOperator.identity(), List.of("-Xmx" + (heap >> 10) + "k", "-XX:+UseG1GC"), List.of());
    }

    private static Figures measure(Path root, Path data, Path file, long idle, long heap) throws Exception {
        String upload;
        long acknowledged;
        double sending;
        try (Stack stack = Stack.start(root, data, options(heap))) {
            Api api = stack.as("li");
            upload = api.begin("evidence.docx", Files.size(file));
            long began = System.nanoTime();
            breaks(api, upload, file, SIZE / 4);
            breaks(api, upload, file, SIZE / 2);
            acknowledged = api.offset(upload);
            sending = seconds(began);
            stack.server().destroyForcibly();
        }
        try (Stack stack = Stack.start(root, data, options(heap))) {
            Api api = stack.as("li");
            long after = api.offset(upload);
            long began = System.nanoTime();
            api.patch(upload, after, from(file, after, Long.MAX_VALUE));
            sending += seconds(began);
            began = System.nanoTime();
            String whole = api.post(201, upload + "/finish", "", "");
            double finishing = seconds(began);
            boolean same = Json.member(whole, "sha256").equals(digest(file));
            return new Figures(idle, heap, sending, finishing, acknowledged, after, same);
        }
    }

    /// Sends on up to the place, where the connection breaks.
    private static void breaks(Api api, String upload, Path file, long end) throws Exception {
        long at = api.offset(upload);
        try {
            api.patch(upload, at, from(file, at, end - at));
        } catch (IOException broken) {
            // As it should.
        }
        while (api.offset(upload) == at) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    /// The file's bytes from the place on; after so many the connection breaks.
    private static BodyPublisher from(Path file, long at, long most) throws IOException {
        BodyPublisher bytes = BodyPublishers.ofInputStream(() -> new Cut(file, at, most));
        return BodyPublishers.fromPublisher(bytes, Files.size(file) - at);
    }

    private static final class Cut extends InputStream {
        private final InputStream in;
        private long left;

        Cut(Path file, long at, long most) {
            try {
                this.in = Channels.newInputStream(FileChannel.open(file).position(at));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (left <= 0) {
                throw new IOException("the line breaks");
            }
            int read = in.read(bytes, offset, (int) Math.min(length, left));
            left -= Math.max(0, read);
            return read;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    private static String digest(Path file) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        byte[] chunk = new byte[1 << 20];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                digest.update(chunk, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private static boolean report(Path root, long size, Figures figures) throws IOException {
        boolean kept = figures.same() && figures.after() >= figures.acknowledged();
        new Page(root).section("evidence", "Evidence of 1 GB", List.of(
                String.format(Locale.ROOT,
                        "A file of %d MiB in parts, over a connection that breaks twice, with the server killed (SIGKILL) half-way,"
                                + " then finished: counted, digested, read, staged. The server's heap is what it holds when idle and"
                                + " 128 MiB more, FileObjects.",
                        size >> 20),
                "", "| | | must be |", "|---|---|---|",
                String.format(Locale.ROOT, "| heap in use when idle, `-Xmx` | %d MiB, %d MiB | ≤ 128 MiB above idle |",
                        figures.idle() >> 20, figures.heap() >> 20),
                String.format(Locale.ROOT, "| acknowledged before the kill, there after it | %d, %d MiB | no less |",
                        figures.acknowledged() >> 20, figures.after() >> 20),
                String.format(Locale.ROOT, "| sending | %.1f s, %.0f MB/s | |", figures.sending(),
                        size / 1e6 / figures.sending()),
                String.format(Locale.ROOT, "| finishing | %.1f s | |", figures.finishing()),
                "| the same bytes | " + (figures.same() ? "yes" : "no") + " | yes |"));
        return kept;
    }
}
