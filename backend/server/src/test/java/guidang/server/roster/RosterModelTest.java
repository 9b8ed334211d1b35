package guidang.server.roster;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.server.ApiTest;
import guidang.server.campaigns.CampaignState;
import guidang.server.campaigns.Campaigns;
import guidang.server.journal.Journal;
import guidang.server.journal.JournalRecord;
import guidang.server.journal.StreamKey;
import guidang.server.kernel.Code;
import guidang.server.roster.RosterModel.Document;
import guidang.server.roster.RosterModel.Row;
import guidang.server.roster.RosterModel.Seen;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Random campaigns, calendars, meetings, additions, exemptions and extensions,
/// in any order, through the API, against [RosterModel].
class RosterModelTest extends ApiTest {
    private static final List<String> TYPES = List.of("committee", "general-branch", "branch");
    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    Campaigns campaigns;
    @Autowired
    Journal journal;

    private Random random = new Random();
    private RosterModel model = new RosterModel();
    private String name = "";
    private int key;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void whateverHappensTheRosterIsAsTheModelSays(long seed) {
        random = new Random(seed);
        name = "RM" + seed;
        tree();
        create();
        Map<Long, List<String>> rosters = new LinkedHashMap<>();
        for (int step = 0; step < 40; step++) {
            act();
            rosters.put(journal.position(), model.rostered());
            if (step % 8 == 7) {
                assertThat(seen()).as("seed %d, step %d", seed, step).isEqualTo(model.rows());
            }
        }
        assertThat(seen("added").size() + frozen()).isEqualTo(model.rostered().size());
        rosters.forEach((position, rostered) -> assertThat(rosterAt(position)).as("seed %d at %d", seed, position)
                .isEqualTo(rostered));
        for (String code : model.rostered().stream().limit(5).toList()) {
            assertThat(owed(code)).as("seed %d, %s", seed, code).isEqualTo(model.rows().stream()
                    .filter(row -> row.organization().equals(code)).flatMap(row -> row.slots().stream())
                    .toList());
        }
    }

    private void tree() {
        StringBuilder list = new StringBuilder("code,name,type,parent\n");
        add(list, name, "committee", "ROOT");
        for (int i = 0; i < 16; i++) {
            List<String> all = model.organizations().stream().filter(code -> !code.equals("ROOT")).toList();
            add(list, name + "-" + i, one(TYPES), one(all));
        }
        importList(ADMINISTRATOR, false, list.toString().getBytes(StandardCharsets.UTF_8)).expectStatus().isOk();
    }

    private void add(StringBuilder list, String code, String type, String parent) {
        model.organization(code, type, parent);
        list.append("%s,%s,%s,%s\n".formatted(code, "组织" + code, type, parent));
    }

    private <T> T one(Collection<T> some) {
        return List.copyOf(some).get(random.nextInt(some.size()));
    }

    private <T> Set<T> some(Collection<T> all, int most) {
        Set<T> some = new HashSet<>();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            some.add(one(all));
        }
        return some;
    }

    /// A campaign that asks somebody.
    private void create() {
        List<String> all = model.organizations().stream().filter(code -> !code.equals(name)).toList();
        Set<String> picked = some(all, 3);
        Set<String> out = some(all, 1);
        Set<String> alone = some(all, 2);
        Set<String> types = some(TYPES, 2);
        Set<String> asked = model.asked(name, picked, out, alone, Set.of(), types);
        if (asked.isEmpty()) {
            create();
            return;
        }
        for (int i = 0; i < 3; i++) {
            boolean fixed = random.nextInt(3) == 0;
            model.document(new Document("D" + i, fixed ? day() : null, random.nextInt(30), !fixed && random.nextBoolean()));
        }
        post(ADMINISTRATOR, "/api/campaigns", name, """
                {"code":"%s","name":"专题","target":"%s","targets":%s,"leftOut":%s,"leftOutAlone":%s,"types":%s,"documents":%s}
                """.formatted(name, name, json(picked), json(out), json(alone), json(types),
                model.documents().stream().map(RosterModelTest::form).collect(Collectors.joining(",", "[", "]"))))
                .expectStatus().isCreated();
        post(ADMINISTRATOR, "/api/campaigns/" + name + "/open", null, "").expectStatus().isOk();
        model.open(asked);
    }

    private static String form(Document d) {
        String due = d.day() != null
                ? "\"due\":\"%s\"".formatted(d.day())
                : "\"afterMeeting\":{\"days\":%d,\"working\":%s}".formatted(d.days(), d.working());
        return "{\"type\":\"%s\",\"name\":\"材料\",%s}".formatted(d.type(), due);
    }

    private static String json(Collection<String> some) {
        return some.stream().map(one -> "\"" + one + "\"").collect(Collectors.joining(",", "[", "]"));
    }

    private LocalDate day() {
        return LocalDate.of(2021, 1, 1).plusDays(random.nextInt(720));
    }

    private void act() {
        switch (random.nextInt(10)) {
            case 0 -> addOne();
            case 1 -> importYear();
            case 2 -> meeting(one(model.rostered()), "planned");
            case 3, 4 -> meeting(one(model.rostered()), "held");
            case 5, 6 -> exempt();
            case 7 -> include();
            default -> extend();
        }
    }

    private void addOne() {
        String code = one(model.organizations().stream().filter(at -> !at.equals(name)).toList());
        boolean there = model.rostered().contains(code);
        var answer = post(ADMINISTRATOR, "/api/campaigns/" + name + "/additions", key(),
                "{\"organizations\":[\"%s\"],\"reason\":\"补\"}".formatted(code));
        if (there) {
            refused(answer, 409, "roster-unchanged");
        } else {
            answer.expectStatus().isOk();
            model.add(code);
        }
    }

    private String key() {
        return name + "-" + key++;
    }

    private void importYear() {
        int year = 2021 + random.nextInt(2);
        StringBuilder csv = new StringBuilder("date,kind\n");
        Set<LocalDate> holidays = new HashSet<>();
        Set<LocalDate> workdays = new HashSet<>();
        LocalDate first = LocalDate.of(year, 1, 1);
        first.datesUntil(first.plusYears(1)).filter(_ -> random.nextInt(6) == 0).forEach(day -> {
            boolean off = random.nextBoolean();
            (off ? holidays : workdays).add(day);
            csv.append(day).append(off ? ",休\n" : ",班\n");
        });
        client().post().uri("/api/calendars/imports").headers(h -> {
            h.setBearerAuth(ADMINISTRATOR);
            h.set("Idempotency-Key", key());
        }).contentType(MediaType.valueOf("text/csv")).bodyValue(csv.toString().getBytes(StandardCharsets.UTF_8)).exchange()
                .expectStatus().isOk();
        RosterModel.CALENDARS.put(year, new RosterModel.Calendar(holidays, workdays));
    }

    private void meeting(String code, String what) {
        LocalDate day = day();
        client().put().uri("/api/campaigns/" + name + "/meetings/" + code).headers(h -> {
            h.setBearerAuth(TOKENS.of("li", "clerk@" + code));
            h.set("Idempotency-Key", key());
        }).contentType(MediaType.APPLICATION_JSON).bodyValue("{\"%s\":\"%s\"}".formatted(what, day)).exchange().expectStatus()
                .isOk();
        if (what.equals("held")) {
            model.hold(code, day);
        } else {
            model.plan(code, day);
        }
    }

    private List<Document> chosen() {
        Set<Document> some = some(model.documents(), 2);
        return some.isEmpty() ? model.documents() : List.copyOf(some);
    }

    private void acted(String path, Set<String> codes, List<Document> documents, String more, boolean changes) {
        String chosen = documents.size() == model.documents().size()
                ? ""
                : documents.stream().map(d -> "{\"type\":\"%s\",\"period\":\"once\"}".formatted(d.type()))
                        .collect(Collectors.joining(",", "\"documents\":[", "],"));
        var answer = post(ADMINISTRATOR, "/api/campaigns/" + name + path, key(),
                "{\"organizations\":%s,%s%s\"reason\":\"因故\"}".formatted(json(codes), chosen, more));
        if (changes) {
            answer.expectStatus().isOk();
        } else {
            refused(answer, 409, "roster-unchanged");
        }
    }

    private Set<String> several() {
        Set<String> some = some(model.rostered(), 3);
        return some.isEmpty() ? Set.of(one(model.rostered())) : some;
    }

    private void exempt() {
        Set<String> codes = several();
        List<Document> documents = chosen();
        boolean changes = codes.stream().anyMatch(c -> documents.stream().anyMatch(d -> !model.exempted(c, d.type())));
        acted("/exemptions", codes, documents, "", changes);
        codes.forEach(code -> documents.forEach(d -> model.exempt(code, d.type())));
    }

    private void include() {
        Set<String> codes = several();
        List<Document> documents = chosen();
        boolean changes = codes.stream().anyMatch(c -> documents.stream().anyMatch(d -> model.exempted(c, d.type())));
        acted("/inclusions", codes, documents, "", changes);
        codes.forEach(code -> documents.forEach(d -> model.include(code, d.type())));
    }

    /// One organisation and one document, so that the refusal of a day before the
    /// campaign's own is the whole answer.
    private void extend() {
        String code = one(model.rostered());
        Document document = one(model.documents());
        LocalDate day = day();
        LocalDate due = model.due(code, document);
        String wish = "{\"organizations\":[\"%s\"],\"documents\":[{\"type\":\"%s\",\"period\":\"once\"}],\"due\":\"%s\",\"reason\":\"因故\"}"
                .formatted(code, document.type(), day);
        var answer = post(ADMINISTRATOR, "/api/campaigns/" + name + "/extensions", key(), wish);
        Seen before = model.rows().stream().filter(row -> row.organization().equals(code)).flatMap(row -> row.slots().stream())
                .filter(slot -> slot.type().equals(document.type())).findFirst().orElseThrow();
        if (due != null && day.isBefore(due)) {
            refused(answer, 400, "invalid-field");
        } else if (day.toString().equals(before.due())) {
            refused(answer, 409, "roster-unchanged");
        } else {
            answer.expectStatus().isOk();
            model.extend(code, document.type(), day);
        }
    }

    private List<Row> seen() {
        return seen("all");
    }

    /// All pages, three rows each.
    private List<Row> seen(String filter) {
        List<Row> rows = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = read("/api/campaigns/" + name + "/roster?size=3&filter=" + filter + after);
            page.path("items").forEach(item -> rows.add(row(item)));
            after = page.path("next").isMissingNode() ? "" : "&after=" + page.path("next").asString();
        } while (!after.isEmpty());
        return rows;
    }

    private static Row row(JsonNode item) {
        List<Seen> slots = new ArrayList<>();
        item.path("slots").forEach(slot -> slots
                .add(new Seen(slot.path("type").asString(), text(slot, "due"), slot.path("exempted").asBoolean())));
        return new Row(item.path("organization").asString(), text(item, "planned"), text(item, "held"), slots);
    }

    private static @Nullable String text(JsonNode node, String member) {
        return node.path(member).isMissingNode() || node.path(member).isNull() ? null : node.path(member).asString();
    }

    private JsonNode read(String uri) {
        return JSON.readTree(Objects.requireNonNull(
                get(ADMINISTRATOR, uri).expectStatus().isOk().expectBody(String.class).returnResult().getResponseBody()));
    }

    private int frozen() {
        return campaigns.find(new Code(name)).orElseThrow().rostered();
    }

    private List<Seen> owed(String code) {
        List<Seen> owed = new ArrayList<>();
        read("/api/obligations?organization=" + code).path("items").forEach(item -> Stream.of(item)
                .filter(one -> one.path("campaign").asString().equals(name))
                .forEach(one -> owed.add(new Seen(one.path("documentType").asString(), text(one, "due"),
                        one.path("exempted").asBoolean()))));
        return owed;
    }

    /// The roster of then, from the beginning of the campaign's stream.
    private List<String> rosterAt(long position) {
        List<JournalRecord> stream = Objects
                .requireNonNull(journal.stream(StreamKey.campaign(new Code(name))).toFuture().join());
        CampaignState then = CampaignState.of(stream.stream().filter(record -> record.commit() < position).toList())
                .orElseThrow();
        return Objects.requireNonNull(
                campaigns.roster(then).map(row -> row.organization().value()).collectList().toFuture().join());
    }
}
