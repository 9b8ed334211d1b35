package guidang.local.demo;

import static guidang.local.demo.DemoClient.encoded;
import static guidang.local.demo.DemoClient.member;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/// Opens registers from filed reports and lets their items live, as a branch's
/// clerk and the officers above it do: some wait, some are late, some come back.
final class DemoRegister {
    private static final int ITEMS = 6;
    private static final String PATH = "/api/rectifications/";

    private final DemoClient client;
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private int photos;
    private int acts;

    DemoRegister(DemoClient client) {
        this.client = client;
    }

    /// What becomes of an item.
    private enum Life {
        UNTOUCHED,
        LATE,
        PHOTOGRAPHED,
        CLOSED,
        WAITING,
        RETURNED,
        CLOSED_AT_LAST,
        LATER_WANTED,
        LATER_GRANTED,
        REVIEWED,
        NOT_MENDED,
        VOID;

        /// The due day, from today.
        int due() {
            return switch (this) {
                case LATE -> -9;
                case PHOTOGRAPHED, RETURNED -> 6;
                case LATER_WANTED -> 3;
                default -> 45;
            };
        }
    }

    /// An item, its clerk and its officer.
    private record One(String organization, String item, String clerk, String officer) {}

    /// Opens a report's problems as items, all with one press, and does to them
    /// what is usual. Does nothing where they are open already.
    ///
    /// @param past
    ///            whether nearly all of them are closed
    /// @return how many items
    int open(DemoOrganization branch, String campaign, String report, int number, boolean past)
            throws IOException, InterruptedException {
        String clerk = DemoUser.clerkOf(branch).id();
        String suggested = client.get(clerk, "/api/reports/" + report + "/rectifications");
        List<String> problems = JsonText.array(suggested, "suggestions").stream().limit(ITEMS).toList();
        if (problems.isEmpty() || !JsonText.array(suggested, "opened").isEmpty()) {
            return 0;
        }
        List<Life> lives = new ArrayList<>();
        List<String> items = new ArrayList<>();
        for (int i = 0; i < problems.size(); i++) {
            Life life = past ? past(number, i) : Life.values()[(number * ITEMS + i) % Life.values().length];
            lives.add(life);
            items.add(item(problems.get(i), i, past ? life.due() - 330 : life.due()));
        }
        String answer = client.postJson(clerk, "/api/rectifications", "demo-items-" + report, """
                {"organization":"%s","campaign":"%s","report":"%s","items":[%s]}""".formatted(branch.code(), campaign, report,
                String.join(",", items)));
        List<String> opened = JsonText.array(answer, "items");
        for (int i = 0; i < opened.size(); i++) {
            live(new One(branch.code(), member(opened.get(i), "item"), clerk, branch.parent().equals("C01") ? "wang" : "lin"),
                    lives.get(i));
        }
        return opened.size();
    }

    /// Of the campaign before: what is left over is late by now.
    private static Life past(int number, int item) {
        return item == 1 && number % 3 == 0 ? Life.LATE : item % 3 == 2 ? Life.REVIEWED : Life.CLOSED;
    }

    /// The first is mended at once, the last is never done with.
    private String item(String problem, int index, int due) {
        String type = index == 0 ? "immediate" : index == ITEMS - 1 ? "ongoing" : "by-deadline";
        String day = type.equals("ongoing") ? "" : ",\"due\":\"" + today.plusDays(due) + "\"";
        return "{\"problem\":" + member(problem, "problem") + ",\"type\":\"" + type + "\"" + day + ",\"words\":"
                + JsonText.object(problem, "words") + "}";
    }

    private void live(One one, Life life) throws IOException, InterruptedException {
        switch (life) {
            case UNTOUCHED -> {
                // Somebody has to begin.
            }
            case LATE -> progress(one, "已与有关处室沟通，正在补充材料。", 20);
            case PHOTOGRAPHED -> photographed(one, "会议室已重新布置，公示栏已更新。");
            case CLOSED -> close(one, requested(one));
            case WAITING -> {
                photographed(one, "全部措施已落实，现场照片附后。");
                String _ = requested(one);
            }
            case RETURNED -> giveBack(one, requested(one));
            case CLOSED_AT_LAST -> {
                giveBack(one, requested(one));
                photographed(one, "已按退回意见补充佐证材料。");
                close(one, requested(one));
            }
            case LATER_WANTED -> {
                String _ = later(one);
            }
            case LATER_GRANTED -> act(one.officer, one, "grant-extension", "{\"request\":\"" + later(one) + "\"}");
            case REVIEWED -> {
                close(one, requested(one));
                act(one.officer, one, "review", "{\"reason\":\"回头看：措施仍在坚持，未见反弹。\"}");
            }
            case NOT_MENDED -> {
                close(one, requested(one));
                act(one.officer, one, "reopen", "{\"reason\":\"回头看：台账又有缺漏，继续整改。\",\"due\":\"%s\"}".formatted(today.plusDays(12)));
            }
            case VOID -> act(one.officer, one, "void", "{\"reason\":\"与另一事项重复登记。\"}");
        }
    }

    private void progress(One one, String words, int ago) throws IOException, InterruptedException {
        act(one.clerk, one, "progress", "{\"words\":\"%s\",\"on\":\"%s\"}".formatted(words, today.minusDays(ago)));
    }

    private void photographed(One one, String words) throws IOException, InterruptedException {
        String upload = member(client.post(one.clerk, "/api/uploads?purpose=evidence&organization=" + one.organization + "&name="
                + encoded("现场照片" + ++photos + ".jpg"), "unused", "application/octet-stream", Photo.jpeg(photos)), "id");
        act(one.clerk, one, "progress", """
                {"words":"%s","on":"%s","evidence":[{"upload":"%s","on":"%s"}]}""".formatted(words, today.minusDays(2), upload,
                today.minusDays(3)));
    }

    /// The request's id.
    private String requested(One one) throws IOException, InterruptedException {
        progress(one, "措施已全部落实，责任人逐条核对。", 5);
        String answer = act(one.clerk, one, "close-out", "{\"completed\":\"%s\",\"words\":\"整改完成，申请销号。\"}"
                .formatted(today.minusDays(4)));
        return member(JsonText.object(answer, "closeOut"), "request");
    }

    private void close(One one, String request) throws IOException, InterruptedException {
        act(one.officer, one, "close", "{\"request\":\"%s\"}".formatted(request));
    }

    private void giveBack(One one, String request) throws IOException, InterruptedException {
        act(one.officer, one, "return", "{\"request\":\"%s\",\"reason\":\"佐证材料不足，请补充会议记录或现场照片。\"}".formatted(request));
    }

    /// The request's id.
    private String later(One one) throws IOException, InterruptedException {
        String answer = act(one.clerk, one, "extension",
                "{\"due\":\"%s\",\"reason\":\"涉及多个处室，需要联合会商后落实。\"}".formatted(today.plusDays(60)));
        return member(JsonText.object(answer, "extension"), "request");
    }

    private String act(String user, One one, String verb, String body) throws IOException, InterruptedException {
        return client.postJson(user, PATH + one.organization + "/" + one.item + "/" + verb, "demo-" + one.item + "-" + ++acts,
                body);
    }
}
