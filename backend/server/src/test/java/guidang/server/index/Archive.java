package guidang.server.index;

import guidang.server.filing.FileRole;
import guidang.server.filing.ReportRecord;
import guidang.server.filing.ReportRecords;
import guidang.server.filing.Slot;
import guidang.server.filing.SlotRecord;
import guidang.server.filing.Version;
import guidang.server.journal.Command;
import guidang.server.journal.Committed;
import guidang.server.journal.Journal;
import guidang.server.journal.StreamKey;
import guidang.server.journal.TestJournal;
import guidang.server.kernel.Code;
import guidang.server.kernel.OperationId;
import guidang.server.kernel.Period;
import guidang.server.objects.Blobs;
import guidang.server.objects.Layout;
import guidang.server.objects.MemoryObjects;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// A store with a journal in which reports are filed as `filing` does it,
/// without its rules.
public final class Archive implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    final MemoryObjects store = MemoryObjects.archive();
    public final Blobs blobs;
    private final Journal journal;
    private final AutoCloseable running;

    public Archive() {
        this(InstantSource.system());
    }

    /// @param clock
    ///            by which commits are made
    public Archive(InstantSource clock) {
        TestJournal own = new TestJournal(store, "a", clock);
        blobs = new Blobs(store);
        journal = own.journal();
        running = own;
    }

    /// That of a server that runs.
    public Archive(Journal journal, Blobs blobs) {
        this.journal = journal;
        this.blobs = blobs;
        this.running = () -> {
        };
    }

    /// What is filed, in short.
    public record Paper(String organization, String campaign, String documentType, String period, String title, String text,
            Instant receivedAt, boolean imported) {
        public static Paper of(String organization, String title, String text) {
            return new Paper(organization, "ZT2026", "SELF-EXAM", "2026", title, text, Instant.parse("2026-03-20T08:00:00Z"),
                    false);
        }

        public Paper campaign(String code) {
            return new Paper(organization, code, documentType, period, title, text, receivedAt, imported);
        }

        public Paper document(String type) {
            return new Paper(organization, campaign, type, period, title, text, receivedAt, imported);
        }

        public Paper received(String instant) {
            return new Paper(organization, campaign, documentType, period, title, text, Instant.parse(instant), imported);
        }

        public Paper past() {
            return new Paper(organization, campaign, documentType, period, title, text, receivedAt, true);
        }

        StreamKey slot() {
            return StreamKey.report(new Code(campaign), new Code(organization), new Code(documentType), new Period(period));
        }
    }

    public Journal journal() {
        return journal;
    }

    public Committed file(String key, Paper paper) {
        return Objects.requireNonNull(filing(key, paper).block());
    }

    Mono<Committed> filing(String key, Paper paper) {
        OperationId id = OperationId.of("zhang", "file", key);
        byte[] reading = JSON.writeValueAsBytes(Map.of("format", 1, "reader", "1", "mediaType", "text/plain", "characters",
                paper.text.length(), "properties", Map.of(), "text", paper.text));
        byte[] details = Blobs
                .salted(JSON.writeValueAsBytes(Map.of("format", 1, "title", paper.title, "fileNames", List.of("a.txt"))));
        return Mono.zip(blobs.put(id, reading), blobs.put(id, details))
                .flatMap(refs -> journal().submit(new Command(id, key, view -> {
                    Slot slot = Slot.of(view.stream(paper.slot()));
                    var main = new ReportRecord.FiledFile(FileRole.MAIN, "0".repeat(64), "0".repeat(64), 1, "text/plain");
                    return List.of(ReportRecords.write(paper.slot(),
                            new ReportRecord.Filed(id, slot.versions().size() + 1, slot.current().map(Version::id).orElse(null),
                                    new Code(paper.organization), new Code(paper.campaign), new Code(paper.documentType),
                                    new Period(paper.period), List.of(main), refs.getT1(), refs.getT2(), paper.receivedAt,
                                    "zhang",
                                    false, null, paper.imported ? true : null)));
                })));
    }

    public Committed withdraw(String key, Paper paper) {
        return act("withdraw", key, paper,
                (report, reason) -> new ReportRecord.Withdrawn(report, Instant.parse("2026-03-25T00:00:00Z"), "zhang", reason));
    }

    public Committed seal(String key, Paper paper) {
        return act("seal", key, paper, (report, reason) -> new ReportRecord.Sealed(report, ReportRecord.Ground.CLASSIFIED,
                Instant.parse("2026-03-25T00:00:00Z"), "zhang", reason));
    }

    public Committed destroy(String key, Paper paper) {
        return act("destroy", key, paper,
                (report, reason) -> new ReportRecord.Destroyed(report, Instant.parse("2026-03-25T00:00:00Z"), "li", reason));
    }

    public Committed release(String key, Paper paper) {
        return act("release", key, paper, (report, reason) -> new ReportRecord.Released(report, paper.receivedAt, "li", reason));
    }

    public Committed giveBack(String key, Paper paper) {
        return act("return", key, paper, (report, reason) -> new ReportRecord.Returned(report, paper.receivedAt, "lin", reason));
    }

    public Committed accept(String key, Paper paper) {
        return act("accept", key, paper,
                (report, reason) -> new ReportRecord.Accepted(report, new Code("ROOT"), true, paper.receivedAt, "lin", null));
    }

    /// Of several levels one.
    public Committed accept(String key, Paper paper, String at, boolean last) {
        return act("accept", key, paper,
                (report, reason) -> new ReportRecord.Accepted(report, new Code(at), last, paper.receivedAt, "lin", null));
    }

    public Committed reopen(String key, Paper paper) {
        return act("reopen", key, paper, (report, reason) -> new ReportRecord.Reopened(report, paper.receivedAt, "lin", reason));
    }

    public Committed exempt(String key, Paper paper) {
        return act("exempt", key, paper, (report, reason) -> new SlotRecord.Exempted(paper.receivedAt, "lin", reason));
    }

    public Committed include(String key, Paper paper) {
        return act("include", key, paper, (report, reason) -> new SlotRecord.Included(paper.receivedAt, "lin", reason));
    }

    public Committed extend(String key, Paper paper, LocalDate due) {
        return act("extend", key, paper, (report, reason) -> new SlotRecord.Extended(due, paper.receivedAt, "lin", reason));
    }

    private Committed act(String verb, String key, Paper paper, BiFunction<OperationId, Blobs.Ref, SlotRecord> fact) {
        OperationId report = OperationId.of("zhang", "file", key);
        OperationId id = OperationId.of("zhang", verb, key + " " + journal().position());
        byte[] details = Blobs.salted("{\"format\":1,\"reason\":\"报错了\"}".getBytes(StandardCharsets.UTF_8));
        return Objects.requireNonNull(blobs.put(id, details)
                .flatMap(ref -> journal().submit(new Command(id, key, view -> {
                    view.need(List.of(paper.slot()));
                    return List.of(ReportRecords.write(paper.slot(), fact.apply(report, ref)));
                }))).block());
    }

    /// Spoils a blob: the store holds other bytes under its name.
    void spoilReading(Committed filed) {
        var record = (ReportRecord.Filed) guidang.server.filing.ReportCodec.read(filed.records().getFirst());
        store.replace(Layout.blob(record.report(), record.reading().sha256()), "{\"text\":".getBytes(StandardCharsets.UTF_8))
                .block();
    }

    public static String report(String key) {
        return OperationId.of("zhang", "file", key).value();
    }

    @Override
    public void close() {
        try {
            running.close();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
