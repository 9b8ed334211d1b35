package guidang.server.query;

import guidang.server.index.Archive;
import guidang.server.journal.Command;
import guidang.server.journal.Committed;
import guidang.server.journal.Journal;
import guidang.server.journal.NewRecord;
import guidang.server.journal.StreamKey;
import guidang.server.kernel.Code;
import guidang.server.kernel.OperationId;
import guidang.server.objects.Blobs;
import guidang.server.objects.StoredJson;
import guidang.server.rectification.Entered;
import guidang.server.rectification.ItemRecord;
import guidang.server.rectification.ItemRecords;
import guidang.server.rectification.ItemType;
import guidang.server.rectification.ItemWords;
import guidang.server.rectification.ProgressWords;
import guidang.server.rectification.Register;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// A register in which items are kept as `rectification` does it, without
/// its rules.
public final class TestRegister {
    static final Instant RECEIVED = Instant.parse("2026-04-01T02:00:00Z");
    private static final JsonMapper JSON = new JsonMapper();

    private final Journal journal;
    private final Blobs blobs;

    public TestRegister(Journal journal, Blobs blobs) {
        this.journal = journal;
        this.blobs = blobs;
    }

    static OperationId item(String key) {
        return OperationId.of("item", "open", key);
    }

    /// What an item is, in short.
    public record Entry(String key, String organization, String campaign, String problem, @Nullable String aspect, ItemType type,
            @Nullable LocalDate due, @Nullable OperationId report) {
        public static Entry of(String key, String organization, String problem) {
            return new Entry(key, organization, "ZT2026", problem, "政治功能", ItemType.BY_DEADLINE, LocalDate.parse("2026-06-30"),
                    null);
        }

        public Entry aspect(@Nullable String other) {
            return new Entry(key, organization, campaign, problem, other, type, due, report);
        }

        public Entry due(@Nullable String day) {
            return new Entry(key, organization, campaign, problem, aspect, type, day == null ? null : LocalDate.parse(day),
                    report);
        }

        public Entry ongoing() {
            return new Entry(key, organization, campaign, problem, aspect, ItemType.ONGOING, null, report);
        }

        public Entry campaign(String other) {
            return new Entry(key, organization, other, problem, aspect, type, due, report);
        }

        Entry from(String reportKey) {
            return new Entry(key, organization, campaign, problem, aspect, type, due,
                    new OperationId(Archive.report(reportKey)));
        }

        StreamKey stream() {
            return StreamKey.rectification(new Code(organization), item(key));
        }

        ItemWords words() {
            String json = JSON.writeValueAsString(Map.of("format", 1, "problem", problem, "measures", "每月一次专题学习", "unit", "宣传科",
                    "person", "王小明", "post", "宣传委员"));
            ItemWords read = StoredJson.read(json, ItemWords.class);
            return aspect == null ? read : StoredJson.read(json.replace("{", "{\"aspect\":\"" + aspect + "\","), ItemWords.class);
        }
    }

    public Committed open(Entry entry) {
        OperationId operation = item(entry.key);
        Code organization = new Code(entry.organization);
        Code campaign = new Code(entry.campaign);
        StreamKey register = StreamKey.register(campaign, organization);
        Blobs.Ref words = put(operation, StoredJson.text(entry.words()));
        ItemRecord.Source source = entry.report == null ? null : new ItemRecord.Source(entry.report, 0);
        return submit(new Command(operation, "", view -> {
            view.need(List.of(register, entry.stream()));
            int number = Register.next(view.stream(register));
            return List.of(
                    ItemRecords.write(register,
                            new Entered(number, List.of(new Entered.Entry(operation, source == null ? null : 0)),
                                    entry.report, RECEIVED, "zhang")),
                    ItemRecords.write(entry.stream(), new ItemRecord.Opened(operation, number, organization, campaign, source,
                            entry.type, entry.due, words, RECEIVED, "zhang", false, null, null)));
        }));
    }

    public Committed progress(Entry entry, String words, String... fileNames) {
        OperationId operation = next("progress", entry);
        Blobs.Ref said = put(operation, StoredJson.text(new ProgressWords(1, words, List.of(fileNames))));
        List<ItemRecord.Evidence> files = IntStream.range(0, fileNames.length)
                .mapToObj(n -> new ItemRecord.Evidence("b".repeat(64), "c".repeat(64), 1, "image/jpeg",
                        LocalDate.parse("2026-04-0" + (n + 1)), null))
                .toList();
        return act(operation, entry, new ItemRecord.Progressed(files, null, said, RECEIVED, "zhang", false, null));
    }

    Committed edit(Entry entry, Entry as) {
        OperationId operation = next("edit", entry);
        return act(operation, entry,
                new ItemRecord.Edited(0, put(operation, StoredJson.text(as.words())), RECEIVED, "zhang", false));
    }

    public Committed request(Entry entry) {
        OperationId operation = next("request", entry);
        return act(operation, entry, new ItemRecord.CloseOutRequested(operation, null, null, RECEIVED, "zhang", false));
    }

    public Committed giveBack(Entry entry, Committed request) {
        return reasoned("return", entry, said -> new ItemRecord.Returned(request.records().getFirst().operation(),
                new Code("ROOT"), said, RECEIVED, "lin"));
    }

    public Committed close(Entry entry, Committed request) {
        return act(next("close", entry), entry, new ItemRecord.Closed(request.records().getFirst().operation(), new Code("ROOT"),
                null, null, RECEIVED, "lin"));
    }

    Committed reopen(Entry entry) {
        return reasoned("reopen", entry, said -> new ItemRecord.Reopened(new Code("ROOT"), entry.due, said, RECEIVED, "lin"));
    }

    public Committed discard(Entry entry) {
        return reasoned("void", entry, said -> new ItemRecord.Voided(new Code("ROOT"), said, RECEIVED, "lin"));
    }

    Committed reclassify(Entry entry, ItemType type, @Nullable LocalDate due) {
        return reasoned("reclassify", entry,
                said -> new ItemRecord.Reclassified(type, due, new Code("ROOT"), said, RECEIVED, "lin"));
    }

    public Committed extension(Entry entry, LocalDate due) {
        OperationId operation = next("extension", entry);
        return act(operation, entry, new ItemRecord.ExtensionRequested(operation, due,
                put(operation, "{\"format\":1,\"reason\":\"等场地\"}"), RECEIVED, "zhang", false));
    }

    private Committed reasoned(String verb, Entry entry, Function<Blobs.Ref, ItemRecord> fact) {
        OperationId operation = next(verb, entry);
        return act(operation, entry, fact.apply(put(operation, "{\"format\":1,\"reason\":\"材料不全\"}")));
    }

    private OperationId next(String verb, Entry entry) {
        return OperationId.of("zhang", verb, entry.key + " " + journal.position());
    }

    private Committed act(OperationId operation, Entry entry, ItemRecord fact) {
        return submit(new Command(operation, "", view -> {
            view.need(List.of(entry.stream()));
            NewRecord written = ItemRecords.write(entry.stream(), fact);
            return List.of(written);
        }));
    }

    private Committed submit(Command command) {
        return Objects.requireNonNull(journal.submit(command).block());
    }

    private Blobs.Ref put(OperationId operation, String json) {
        return Objects
                .requireNonNull(blobs.put(operation, Blobs.salted(json.getBytes(StandardCharsets.UTF_8))).block());
    }
}
