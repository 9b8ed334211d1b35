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
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/// Fills an empty installation over HTTP as its users would: the administrator
/// brings in the tree and opens a campaign, clerks file reports, an officer
/// reviews some, registers are opened and worked off, and it searches and
/// counts. Run again it files nothing twice.
public final class Demo {
    private static final String CAMPAIGN = "ZT2026";
    private static final String BEFORE = "ZT2025";
    /// Whose campaign the one before was.
    private static final String COMMITTEE = "C01";
    /// One branch in so many has its register opened.
    private static final int REGISTERS = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String WORDS = "组织生活会";

    private static final List<DemoOrganization> BRANCHES = DemoOrganization.all().stream()
            .filter(one -> one.type().equals("branch")).toList();

    private final DemoClient client;
    /// The self-examinations that were filed, by the branch's number.
    private final Map<Integer, String> examined = new TreeMap<>();
    private final Path sample;
    private final ReportFactory reports = new ReportFactory(2026);
    private final DemoRegister register;

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
        this.register = new DemoRegister(client);
        this.sample = sample;
    }

    /// Ends with one receipt, one search hit and one count.
    ///
    /// @throws IOException
    ///             when the server refuses a step; the message holds its answer
    public void run(PrintStream out) throws IOException, InterruptedException {
        out.println("\nDemo: organisations, two campaigns, reports of their branches, and what was mended …");
        bringInTree();
        int items = rectifyBefore();
        openCampaign();
        String last = fileReports(out);
        items += rectify();
        out.println("  rectification: " + items + " items in the register");
        showReceipt(out, last);
        showHit(out, member(last, "position"));
        showCount(out);
        showRegister(out);
    }

    private void bringInTree() throws IOException, InterruptedException {
        if (!client.exists("chen", "/api/organizations/C06-06")) {
            client.post("chen", "/api/organizations/imports?dryRun=false", "demo-tree", "text/csv",
                    DemoOrganization.csv().getBytes(StandardCharsets.UTF_8));
        }
    }

    private void openCampaign() throws IOException, InterruptedException {
        open(CAMPAIGN, """
                {"code":"%s","name":"2026年度专题组织生活会","target":"ROOT","types":["branch"],"documents":[
                {"type":"SELF-EXAM","name":"班子对照检查材料","period":"2026","due":"%s","required":true},
                {"type":"MEETING","name":"会议情况报告","period":"2026","due":"%s","required":true},
                {"type":"RECTIFY","name":"整改方案","period":"2026","due":"%s","required":true}]}""".formatted(CAMPAIGN, in(-3),
                in(12), in(40)));
    }

    private void open(String campaign, String form) throws IOException, InterruptedException {
        if (!client.exists("chen", "/api/campaigns/" + campaign)) {
            client.postJson("chen", "/api/campaigns", "demo-campaign" + campaign, form);
        }
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (isShut(campaign)) {
            client.postJson("chen", "/api/campaigns/" + campaign + "/open", "demo-open" + campaign, "{}");
            pause(deadline, "the campaign did not open");
        }
    }

    private boolean isShut(String campaign) throws IOException, InterruptedException {
        String state = member(client.get("chen", "/api/campaigns/" + campaign), "state");
        return !state.equals("open") && !state.equals("closed");
    }

    /// The campaign before: one committee's, filed, mended for the most part,
    /// and closed.
    private int rectifyBefore() throws IOException, InterruptedException {
        open(BEFORE, """
                {"code":"%s","name":"2025年度专题组织生活会","target":"%s","types":["branch"],"documents":[
                {"type":"RECTIFY","name":"整改方案","period":"2025","due":"2025-12-31","required":true}]}""".formatted(BEFORE,
                COMMITTEE));
        int items = 0;
        for (int i = 0; i < BRANCHES.size() && BRANCHES.get(i).parent().equals(COMMITTEE); i++) {
            Report report = reports.report(5_000L + i, Kind.RECTIFY, BRANCHES.get(i).name());
            String clerk = DemoUser.clerkOf(BRANCHES.get(i)).id();
            String filed = file(BRANCHES.get(i), BEFORE, "RECTIFY", report.title(),
                    upload(clerk, report.title() + ".docx", report.docx()), clerk);
            items += register.open(BRANCHES.get(i), BEFORE, member(filed, "id"), i, true);
        }
        client.postJson("chen", "/api/campaigns/" + BEFORE + "/close", "demo-close" + BEFORE, "{}");
        return items;
    }

    /// The registers of some branches, each from its self-examination.
    private int rectify() throws IOException, InterruptedException {
        int items = 0;
        for (Map.Entry<Integer, String> one : examined.entrySet()) {
            if (one.getKey() % REGISTERS == 1) {
                items += register.open(BRANCHES.get(one.getKey()), CAMPAIGN, one.getValue(), one.getKey() / REGISTERS, false);
            }
        }
        return items;
    }

    private static LocalDate in(int days) {
        return LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(days);
    }

    /// The answer to the last filing.
    private String fileReports(PrintStream out) throws IOException, InterruptedException {
        String last = "";
        int filed = 0;
        for (Document document : Document.values()) {
            for (int i = 0; i < BRANCHES.size(); i++) {
                if (document.filedBy(i)) {
                    last = file(BRANCHES.get(i), document, i);
                    if (document == Document.SELF_EXAM) {
                        examined.put(i, member(last, "id"));
                    }
                    review(member(last, "id"), BRANCHES.get(i).code() + "-" + document.code, i);
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
        return file(branch, CAMPAIGN, document.code, report.title(), upload, clerk);
    }

    private String file(DemoOrganization branch, String campaign, String type, String title, String upload, String clerk)
            throws IOException, InterruptedException {
        String year = campaign.substring(2);
        String key = "demo-" + (campaign.equals(CAMPAIGN) ? "" : campaign + "-") + branch.code() + "-" + type;
        return client.postJson(clerk, "/api/reports", key, """
                {"organization":"%s","campaign":"%s","documentType":"%s","period":"%s","title":"%s","files":[
                {"upload":"%s","role":"main"}]}""".formatted(branch.code(), campaign, type, year, title, upload));
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

    private void showRegister(PrintStream out) throws IOException, InterruptedException {
        out.println("Register  " + items("unsettled", "") + " items unsettled, " + items("unsettled", "&due=overdue")
                + " of them overdue, " + items("close-out-requested", "") + " await an officer, " + items("closed", "")
                + " closed");
    }

    private String items(String state, String more) throws IOException, InterruptedException {
        return member(client.get("lin", "/api/rectifications?size=1&state=" + state + more), "total");
    }

    private static void pause(long deadline, String what) throws IOException, InterruptedException {
        if (System.nanoTime() > deadline) {
            throw new IOException(what);
        }
        TimeUnit.MILLISECONDS.sleep(300);
    }
}
