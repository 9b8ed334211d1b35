package guidang.local.demo;

import static guidang.local.demo.DemoClient.encoded;
import static guidang.local.demo.DemoClient.member;

import guidang.local.demo.ReportFactory.Kind;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Fills an empty installation over HTTP as its users would: the administrator
/// brings in the tree and opens a campaign, clerks file reports, an officer
/// reviews some, searches and counts. Run again it files nothing twice.
public final class Demo {
    private static final String CAMPAIGN = "ZT2026";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String WORDS = "组织生活会";

    private final DemoClient client;
    private final Path sample;
    private final ReportFactory reports = new ReportFactory(2026);

    /// What one branch in so many has filed of a document, so that something is
    /// left to file, to remind of and to count.
    private enum Document {
        SELF_EXAM("SELF-EXAM", Kind.SELF_EXAM, 6),
        MEETING("MEETING", Kind.MEETING, 2),
        RECTIFY("RECTIFY", Kind.RECTIFY, 4);

        private final String code;
        private final Kind kind;
        private final int share;

        Document(String code, Kind kind, int share) {
            this.code = code;
            this.kind = kind;
            this.share = share;
        }

        /// Of the self-examinations all but each sixth, the first branch's among them:
        /// there its clerk has something to do.
        boolean filedBy(int branch) {
            return switch (this) {
                case SELF_EXAM -> branch % share != 0;
                case MEETING -> branch % share == 0;
                case RECTIFY -> branch % share == 1;
            };
        }
    }

    /// For the server at that address.
    ///
    /// @param sample
    ///            a self-examination as a PDF file; one branch files it
    public Demo(URI server, URI issuer, Path sample) {
        this.client = new DemoClient(server, issuer);
        this.sample = sample;
    }

    /// Ends with one receipt, one search hit and one count.
    ///
    /// @throws IOException
    ///             when the server refuses a step; the message holds its answer
    public void run(PrintStream out) throws IOException, InterruptedException {
        out.println("\nDemo: organisations, a campaign, and reports of its branches …");
        bringInTree();
        openCampaign();
        String last = fileReports(out);
        showReceipt(out, last);
        showHit(out, member(last, "position"));
        showCount(out);
    }

    private void bringInTree() throws IOException, InterruptedException {
        if (!client.exists("chen", "/api/organizations/C06-06")) {
            client.post("chen", "/api/organizations/imports?dryRun=false", "demo-tree", "text/csv",
                    DemoOrganization.csv().getBytes(StandardCharsets.UTF_8));
        }
    }

    private void openCampaign() throws IOException, InterruptedException {
        if (!client.exists("chen", "/api/campaigns/" + CAMPAIGN)) {
            client.postJson("chen", "/api/campaigns", "demo-campaign", """
                    {"code":"%s","name":"2026年度专题组织生活会","target":"ROOT","types":["branch"],"documents":[
                    {"type":"SELF-EXAM","name":"班子对照检查材料","period":"2026","due":"%s","required":true},
                    {"type":"MEETING","name":"会议情况报告","period":"2026","due":"%s","required":true},
                    {"type":"RECTIFY","name":"整改方案","period":"2026","due":"%s","required":true}]}""".formatted(CAMPAIGN, in(-3),
                    in(12), in(40)));
        }
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!member(client.get("chen", "/api/campaigns/" + CAMPAIGN), "state").equals("open")) {
            client.postJson("chen", "/api/campaigns/" + CAMPAIGN + "/open", "demo-open", "{}");
            pause(deadline, "the campaign did not open");
        }
    }

    private static LocalDate in(int days) {
        return LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(days);
    }

    /// The answer to the last filing.
    private String fileReports(PrintStream out) throws IOException, InterruptedException {
        List<DemoOrganization> branches = DemoOrganization.all().stream().filter(one -> one.type().equals("branch")).toList();
        String last = "";
        int filed = 0;
        for (Document document : Document.values()) {
            for (int i = 0; i < branches.size(); i++) {
                if (document.filedBy(i)) {
                    last = file(branches.get(i), document, i);
                    review(member(last, "id"), branches.get(i).code() + "-" + document.code, i);
                    filed++;
                }
            }
            out.println("  " + document.code + ": " + filed + " reports so far");
        }
        return last;
    }

    /// Each seventh as plain text, one as PDF, the rest as Word files.
    private String file(DemoOrganization branch, Document document, int number) throws IOException, InterruptedException {
        Report report = reports.report(number * 10L + document.share, document.kind, branch.name());
        String clerk = clerk(branch, number);
        String upload = document == Document.SELF_EXAM && number == 1
                ? upload(clerk, report.title() + ".pdf", Files.readAllBytes(sample))
                : number % 7 == 3
                        ? upload(clerk, report.title() + ".txt", report.txt())
                        : upload(clerk, report.title() + ".docx", report.docx());
        return client.postJson(clerk, "/api/reports", "demo-" + branch.code() + "-" + document.code, """
                {"organization":"%s","campaign":"%s","documentType":"%s","period":"2026","title":"%s","files":[
                {"upload":"%s","role":"main"}]}""".formatted(branch.code(), CAMPAIGN, document.code, report.title(), upload));
    }

    /// Each third is accepted, each seventh returned; the rest waits.
    private void review(String report, String key, int number) throws IOException, InterruptedException {
        if (number % 7 == 5) {
            client.postJson("lin", "/api/reports/" + report + "/return", "demo-return-" + key, """
                    {"reason":"整改措施没有写明责任单位和完成时限，请逐条补充后重新报送。"}""");
        } else if (number % 3 == 0) {
            client.postJson("lin", "/api/reports/" + report + "/accept", "demo-accept-" + key, "{}");
        }
    }

    private String upload(String clerk, String name, byte[] file) throws IOException, InterruptedException {
        return member(client.post(clerk, "/api/uploads?name=" + encoded(name), "unused", "application/octet-stream", file), "id");
    }

    /// Mostly the branch itself, at times its committee's clerk on behalf.
    private static String clerk(DemoOrganization branch, int number) {
        return number % 5 == 4 ? "clerk-c" + branch.parent().substring(1) : "clerk-c" + branch.code().substring(1);
    }

    private static void showReceipt(PrintStream out, String filed) {
        out.println(
                "\nReceipt   report " + member(filed, "id") + "\n          leaf " + member(filed, "leafIndex") + " of the log "
                        + member(filed, "origin") + ", tree size " + member(filed, "treeSize"));
    }

    private void showHit(PrintStream out, String position) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        String path = "/api/search?size=1&q=" + encoded(WORDS) + "&position=" + position;
        String page = client.get("lin", path);
        while (member(page, "highlights").isEmpty()) {
            pause(deadline, "the search found nothing; its last answer: " + page);
            page = client.get("lin", path);
        }
        out.println("Search    " + WORDS + ": " + member(page, "total") + " reports, the best: " + member(page, "title")
                + "\n          "
                + member(page, "highlights"));
    }

    private void showCount(PrintStream out) throws IOException, InterruptedException {
        String figures = client.get("lin", "/api/statistics/organizations?campaign=" + CAMPAIGN);
        String total = figures.substring(Math.max(0, figures.lastIndexOf("\"total\"")));
        out.println(
                "Count     " + member(total, "delivered") + " of " + member(total, "expected") + " expected documents delivered, "
                        + member(total, "overdue") + " overdue");
    }

    private static void pause(long deadline, String what) throws IOException, InterruptedException {
        if (System.nanoTime() > deadline) {
            throw new IOException(what);
        }
        TimeUnit.MILLISECONDS.sleep(300);
    }
}
