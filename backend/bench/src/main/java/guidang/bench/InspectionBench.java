package guidang.bench;

import guidang.local.Arguments;
import guidang.local.demo.Report;
import guidang.local.demo.ReportFactory;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/// One client uploads one file after the other, until the answer with what was
/// read: docx of 40 KB, pdf of 5 MB. Each file is another one.
final class InspectionBench {
    private static final int DOCX_SIZE = 40_000;
    private static final int PDF_SIZE = 5_000_000;
    private static final int PDF_CHARACTERS = 30_000;
    private static final double DOCX_LIMIT = 400;
    private static final double PDF_LIMIT = 3_000;

    private final ReportFactory factory = new ReportFactory(20261124);
    private final Api api;

    private InspectionBench(Api api) {
        this.api = api;
    }

    /// Options: `--count N` (500 docx, a tenth as many pdf), `--data DIR` (a
    /// new one).
    static boolean run(Path root, Arguments arguments) throws Exception {
        arguments.allow("count", "data");
        int count = arguments.number("count", 500);
        Path data = arguments.option("data").map(Path::of).orElse(Files.createTempDirectory("guidang-bench"));
        try (Stack stack = Stack.start(root, data, Stack.Options.PLAIN)) {
            Slots.atLeast(1).prepare(stack.as("chen"));
            InspectionBench bench = new InspectionBench(stack.as("li"));
            Times docx = bench.uploads(".docx", count, bench::docx);
            Times pdf = bench.uploads(".pdf", Math.max(1, count / 10), bench::pdf);
            return bench.report(root, docx, pdf);
        }
    }

    /// Once to warm up, once to measure.
    private Times uploads(String extension, int count, IntFunction<byte[]> files) throws Exception {
        Times times = new Times();
        for (int n = 0; n < 2 * count; n++) {
            byte[] file = files.apply(n);
            long start = System.nanoTime();
            String upload = Json.member(api.upload(n + extension, BodyPublishers.ofByteArray(file)), "id");
            if (n >= count) {
                times.add(System.nanoTime() - start);
            }
            api.delete("/api/uploads/" + upload);
        }
        return times;
    }

    private byte[] docx(int n) {
        List<String> paragraphs = new ArrayList<>();
        byte[] docx = new byte[0];
        for (int part = 0; docx.length < DOCX_SIZE; part++) {
            Report report = factory.report(10L * n + part);
            paragraphs.addAll(report.paragraphs());
            docx = new Report(report.title(), paragraphs).docx();
        }
        return docx;
    }

    private byte[] pdf(int n) {
        return PrintedReport.pdf(printed(n), PDF_SIZE);
    }

    private String printed(int n) {
        StringBuilder text = new StringBuilder();
        for (int part = 0; text.length() < PDF_CHARACTERS; part++) {
            text.append(factory.report(10L * n + part).text());
        }
        return text.toString();
    }

    private boolean report(Path root, Times docx, Times pdf) throws Exception {
        double docx95 = docx.percentile(0.95);
        double pdf95 = pdf.percentile(0.95);
        new Page(root).section("inspection", "Inspection", List.of(
                "`POST /api/uploads` until the answer with what was read, checked and suggested; one client, one file after the other,"
                        + " each another one, after as many to warm up.",
                "",
                "| | | must be |", "|---|---|---|",
                String.format(Locale.ROOT, "| docx of %d KB, %d of them | %s | p95 ≤ %.0f ms |", docx(0).length / 1_000,
                        docx.count(),
                        docx.summary(), DOCX_LIMIT),
                String.format(Locale.ROOT, "| pdf of %.1f MB, %d pages of text and a picture, %d of them | %s | p95 ≤ %.0f ms |",
                        pdf(0).length / 1e6, PrintedReport.pages(printed(0)), pdf.count(), pdf.summary(), PDF_LIMIT)));
        return docx95 <= DOCX_LIMIT && pdf95 <= PDF_LIMIT;
    }
}
