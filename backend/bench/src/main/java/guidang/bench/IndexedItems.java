package guidang.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;

/// A tree of organisations with ten rectification items each, in two campaigns
/// and all states. The items lie in the index alone, as the server would write
/// them: two spans each, the last with words.
final class IndexedItems {
    static final int EACH = 10;
    static final List<String> ASPECTS = List.of("理想信念", "政治功能", "组织生活", "联系群众", "担当作为", "廉洁自律", "工作作风", "纪律规矩");
    private static final List<String> STATES = List.of("closed", "closed", "closed", "closed", "closed", "in-progress",
            "in-progress", "open", "close-out-requested", "returned");
    private static final List<String> TYPES = List.of("by-deadline", "by-deadline", "immediate", "ongoing");
    private static final int CHUNK = 250;

    private final HttpClient http;
    private final URI elasticsearch;
    private final Words words = Words.load();
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    private IndexedItems(HttpClient http, URI elasticsearch) {
        this.http = http;
        this.elasticsearch = elasticsearch;
    }

    /// Makes it unless it is there.
    ///
    /// @return the data directory
    static Path ready(Path root, int organizations) throws Exception {
        Path data = root.resolve("backend/bench/target/items-" + organizations);
        Path done = data.resolve("done");
        if (Files.exists(done)) {
            return data;
        }
        try (Stack stack = Stack.start(root, data, Stack.Options.PLAIN)) {
            stack.as("chen").importOrganizations(StatisticsBench.tree(organizations));
            new IndexedItems(stack.http(), stack.elasticsearch()).write(organizations);
        }
        Files.createFile(done);
        return data;
    }

    private void write(int organizations) throws InterruptedException, ExecutionException, IOException {
        Clients.run(3, 0, (organizations + CHUNK - 1) / CHUNK,
                chunk -> bulk(chunk * CHUNK, Math.min(organizations, (chunk + 1) * CHUNK)));
        send("/rectifications/_refresh", "");
    }

    private void bulk(int from, int to) throws IOException, InterruptedException {
        StringBuilder body = new StringBuilder();
        for (int organization = from; organization < to; organization++) {
            for (int n = 0; n < EACH; n++) {
                item(body, organization, n);
            }
        }
        String answer = send("/rectifications-v1-1-writer/_bulk?filter_path=errors", body.toString());
        if (!answer.contains("false")) {
            throw new IOException("bulk: " + answer);
        }
    }

    private String send(String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(HttpRequest.newBuilder(elasticsearch.resolve(path))
                .header("Content-Type", "application/x-ndjson").POST(BodyPublishers.ofString(body)).build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private void item(StringBuilder body, int organization, int n) {
        SplittableRandom random = new SplittableRandom((long) organization * EACH + n);
        String id = Long.toString(random.nextLong() & Long.MAX_VALUE, 32).replace('0', 'w').replace('1', 'x').replace('8', 'y')
                .replace('9', 'z');
        String item = (id + "a".repeat(32)).substring(0, 32);
        String state = STATES.get(random.nextInt(STATES.size()));
        Instant opened = today.minusDays(200 - random.nextInt(100)).atStartOfDay(java.time.ZoneOffset.UTC).toInstant()
                .plusSeconds(random.nextInt(86_400));
        Instant changed = opened.plus(1 + random.nextInt(80), ChronoUnit.DAYS);
        String common = common(organization, n, item, random) + ",\"openedAt\":\"" + opened + "\"";
        document(body, organization, item, 0, common + ",\"state\":\"open\",\"since\":\"" + opened + "\",\"from\":\"" + opened
                + "\",\"to\":\"" + changed + "\",\"evidence\":0,\"returns\":0,\"extension\":false");
        document(body, organization, item, 1, common + now(state, changed, opened, random) + said(random));
    }

    private static String now(String state, Instant changed, Instant opened, SplittableRandom random) {
        String settled = state.equals("closed")
                ? ",\"closedAt\":\"" + changed + "\",\"daysToClose\":" + ChronoUnit.DAYS.between(opened, changed)
                : "";
        String waits = state.equals("close-out-requested")
                ? ",\"request\":\"r" + random.nextInt() + "\",\"waitingSince\":\"" + changed + "\""
                : "";
        return ",\"state\":\"" + state + "\",\"since\":\"" + changed + "\",\"from\":\"" + changed + "\"" + settled + waits
                + ",\"evidence\":2,\"evidenceOn\":[\"" + changed.toString().substring(0, 10) + "\"],\"returns\":"
                + random.nextInt(2) + ",\"extension\":" + (random.nextInt(20) == 0);
    }

    private String said(SplittableRandom random) {
        List<String> places = List.of(words.place(random), words.place(random));
        String progress = words.sentence(random, places);
        return ",\"problem\":\"" + words.sentence(random, places) + "\",\"measures\":\"" + words.sentence(random, places)
                + words.sentence(random, places) + "\",\"unit\":\"" + words.place(random) + "\",\"progress\":[\"" + progress
                + "\"],\"lastProgress\":\"" + progress + "\",\"evidenceNames\":[\"现场照片.jpg\",\"会议记录.pdf\"]";
    }

    private String common(int organization, int n, String item, SplittableRandom random) {
        String path = path(organization);
        String type = TYPES.get(random.nextInt(TYPES.size()));
        String due = type.equals("ongoing") ? "" : ",\"due\":\"" + today.plusDays(random.nextInt(200) - 100) + "\"";
        return "\"campaign\":\"ZT" + (2025 + n % 2) + "\",\"organization\":\"" + StatisticsBench.branch(organization)
                + "\",\"organizationType\":\"branch\",\"item\":\"" + item + "\",\"number\":" + (1 + n / 2) + ",\"path\":\"" + path
                + "\",\"ancestors\":" + upTo(path) + ",\"level\":4,\"pathThen\":\"" + path + "\",\"ancestorsThen\":" + upTo(path)
                + ",\"levelThen\":4,\"itemType\":\"" + type + "\"" + due + ",\"aspect\":\""
                + ASPECTS.get(random.nextInt(ASPECTS.size())) + "\",\"extensions\":0,\"reopenings\":0,\"imported\":false";
    }

    private static void document(StringBuilder body, int organization, String item, int span, String members) {
        body.append("{\"index\":{\"_id\":\"").append(StatisticsBench.branch(organization)).append('/').append(item).append('/')
                .append(span).append("\",\"version\":1,\"version_type\":\"external\"}}\n{").append(members)
                .append(",\"hash\":\"0\"}\n");
    }

    private static String path(int organization) {
        String committee = String.format(Locale.ROOT, "C%02d", 1 + organization / 1_000);
        String general = StatisticsBench.branch(organization - organization % 100);
        String above = "ROOT/" + committee + "/" + general + "/";
        return organization % 100 == 0 ? above : above + StatisticsBench.branch(organization) + "/";
    }

    private static String upTo(String path) {
        StringBuilder all = new StringBuilder("[");
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            all.append(all.length() == 1 ? "\"" : ",\"").append(path, 0, slash + 1).append('"');
        }
        return all.append(']').toString();
    }
}
