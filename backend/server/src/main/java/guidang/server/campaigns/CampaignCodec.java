package guidang.server.campaigns;

import guidang.server.aspects.AspectTemplate;
import guidang.server.objects.StoredJson;
import guidang.server.journal.JournalRecord;
import guidang.server.journal.NewRecord;
import guidang.server.journal.StreamKey;
import guidang.server.kernel.Code;
import guidang.server.kernel.Period;
import guidang.server.objects.Blobs;
import guidang.server.organizations.OrganizationType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.NavigableSet;
import org.jspecify.annotations.Nullable;

/// How this room's records and blobs are written as JSON (docs/FORMAT.md;
/// golden files hold it still). Unknown members are skipped; an unknown type
/// is refused.
public final class CampaignCodec {
    private CampaignCodec() {
    }

    /// Members after `documents` are absent where they say what goes
    /// without saying.
    private record CreatedData(Blobs.Ref details, String target, List<String> types, List<DocumentData> documents,
            @Nullable List<String> targets, @Nullable List<String> leftOut, @Nullable List<String> leftOutAlone,
            @Nullable List<Integer> levels, @Nullable List<Integer> acceptance, @Nullable String period) {}

    /// Either `due` or `afterMeeting`.
    private record DocumentData(String type, String period, @Nullable LocalDate due, boolean required,
            DueRule.@Nullable AfterMeeting afterMeeting) {}

    private record AddedData(List<RowData> rows, Blobs.Ref details, Instant receivedAt, String actor) {}

    private record ReasonDocument(int format, String reason) {}

    private record RosterData(Blobs.Ref blob, String first, int rows) {}

    private record OpenedData(int rostered) {}

    private record TemplateData(Blobs.Ref details, int aspects) {}

    private record TemplateDocument(int format, int threshold, List<AspectTemplate.Aspect> aspects) {}

    private record DetailsDocument(int format, String name, Map<String, String> documents) {}

    private record RosterDocument(int format, List<RowData> rows) {}

    private record RowData(String organization, String path) {}

    /// The fact that a record of a campaign's stream holds.
    ///
    /// @throws IllegalStateException
    ///             where the type is none of this room's
    public static CampaignRecord read(JournalRecord record) {
        String data = record.data();
        return switch (record.type()) {
            case "created" -> created(StoredJson.read(data, CreatedData.class));
            case "changed" -> new CampaignRecord.Changed(created(StoredJson.read(data, CreatedData.class)));
            case "opening" -> new CampaignRecord.OpeningStarted();
            case "roster" -> part(StoredJson.read(data, RosterData.class));
            case "opened" -> new CampaignRecord.Opened(StoredJson.read(data, OpenedData.class).rostered());
            case "added" -> added(StoredJson.read(data, AddedData.class));
            case "template" -> template(StoredJson.read(data, TemplateData.class));
            case "closed" -> new CampaignRecord.Closed();
            default -> throw new IllegalStateException(
                    "unknown type " + record.type() + " in commit " + record.commit() + " on " + record.stream());
        };
    }

    private static CampaignRecord.Created created(CreatedData data) {
        Code target = new Code(data.target());
        Whom whom = new Whom(target, data.targets() == null ? Whom.sorted(List.of(target)) : codes(data.targets()),
                codes(data.leftOut()), codes(data.leftOutAlone()), Whom.sorted(orNone(data.levels())),
                Whom.sorted(data.types().stream().map(t -> OrganizationType.of(t).orElseThrow()).toList()));
        return new CampaignRecord.Created(data.details(), whom,
                data.documents().stream().map(CampaignCodec::document).toList(),
                data.acceptance() == null ? CampaignRecord.PARENT : data.acceptance(),
                data.period() == null ? null : new Period(data.period()));
    }

    private static RequiredDocument document(DocumentData d) {
        DueRule due = d.due() != null ? new DueRule.On(d.due()) : Objects.requireNonNull(d.afterMeeting());
        return new RequiredDocument(new Code(d.type()), new Period(d.period()), due, d.required());
    }

    private static NavigableSet<Code> codes(@Nullable List<String> codes) {
        return Whom.sorted(orNone(codes).stream().map(Code::new).toList());
    }

    private static <T> List<T> orNone(@Nullable List<T> some) {
        return some == null ? List.of() : some;
    }

    private static CampaignRecord added(AddedData data) {
        return new CampaignRecord.Added(rows(data.rows()), data.details(), data.receivedAt(), data.actor());
    }

    private static CampaignRecord part(RosterData data) {
        return new CampaignRecord.RosterPart(data.blob(), new Code(data.first()), data.rows());
    }

    private static CampaignRecord template(TemplateData data) {
        return new CampaignRecord.Template(data.details(), data.aspects());
    }

    static NewRecord write(Code campaign, CampaignRecord record) {
        StreamKey stream = StreamKey.campaign(campaign);
        return switch (record) {
            case CampaignRecord.Created created -> new NewRecord(stream, "created", StoredJson.text(data(created)));
            case CampaignRecord.Changed(CampaignRecord.Created form) ->
                new NewRecord(stream, "changed", StoredJson.text(data(form)));
            case CampaignRecord.Added added -> new NewRecord(stream, "added", StoredJson.text(
                    new AddedData(data(added.rows()), added.details(), added.receivedAt(), added.actor())));
            case CampaignRecord.OpeningStarted _ -> new NewRecord(stream, "opening", "{}");
            case CampaignRecord.RosterPart(Blobs.Ref blob, Code first, int rows) ->
                new NewRecord(stream, "roster", StoredJson.text(new RosterData(blob, first.value(), rows)));
            case CampaignRecord.Opened(int rostered) ->
                new NewRecord(stream, "opened", StoredJson.text(new OpenedData(rostered)));
            case CampaignRecord.Template(Blobs.Ref details, int aspects) ->
                new NewRecord(stream, "template", StoredJson.text(new TemplateData(details, aspects)));
            case CampaignRecord.Closed _ -> new NewRecord(stream, "closed", "{}");
        };
    }

    private static CreatedData data(CampaignRecord.Created created) {
        Whom whom = created.whom();
        Period period = created.period();
        boolean below = whom.targets().equals(Set.of(whom.target()));
        return new CreatedData(created.details(), whom.target().value(),
                whom.types().stream().map(OrganizationType::text).toList(),
                created.documents().stream().map(CampaignCodec::data).toList(), below ? null : texts(whom.targets()),
                texts(whom.leftOut()), texts(whom.leftOutAlone()),
                whom.levels().isEmpty() ? null : List.copyOf(whom.levels()),
                created.acceptance().equals(CampaignRecord.PARENT) ? null : created.acceptance(),
                period == null ? null : period.value());
    }

    private static DocumentData data(RequiredDocument d) {
        return switch (d.due()) {
            case DueRule.On(LocalDate day) -> new DocumentData(d.type().value(), d.period().value(), day, d.required(), null);
            case DueRule.AfterMeeting rule ->
                new DocumentData(d.type().value(), d.period().value(), null, d.required(), rule);
        };
    }

    private static @Nullable List<String> texts(NavigableSet<Code> codes) {
        return codes.isEmpty() ? null : codes.stream().map(Code::value).toList();
    }

    private static List<RowData> data(List<RosterRow> rows) {
        return rows.stream().map(r -> new RowData(r.organization().value(), r.path())).toList();
    }

    private static List<RosterRow> rows(List<RowData> rows) {
        return rows.stream().map(r -> new RosterRow(new Code(r.organization()), r.path())).toList();
    }

    /// A reason as a details blob.
    public static byte[] reason(String reason) {
        return Blobs.salted(StoredJson.bytes(new ReasonDocument(1, reason)));
    }

    public static String reason(byte[] details) {
        return StoredJson.read(Blobs.unsalted(details), ReasonDocument.class).reason();
    }

    /// The names as a details blob.
    static byte[] details(String name, SortedMap<String, String> documents) {
        return Blobs.salted(StoredJson.bytes(new DetailsDocument(1, name, documents)));
    }

    /// A template as a details blob.
    static byte[] template(AspectTemplate template) {
        return Blobs.salted(StoredJson.bytes(new TemplateDocument(1, template.threshold(), template.aspects())));
    }

    static AspectTemplate template(byte[] details) {
        TemplateDocument read = StoredJson.read(Blobs.unsalted(details), TemplateDocument.class);
        return new AspectTemplate(read.threshold(), read.aspects());
    }

    static CampaignNames names(Code campaign, byte[] details) {
        DetailsDocument read = StoredJson.read(Blobs.unsalted(details), DetailsDocument.class);
        return new CampaignNames(campaign, read.name(), read.documents());
    }

    /// A part of a roster. It holds codes only, so it needs no salt, and whoever
    /// computes it gets the same bytes.
    static byte[] roster(List<RosterRow> rows) {
        return StoredJson.bytes(new RosterDocument(1, data(rows)));
    }

    static List<RosterRow> rows(byte[] roster) {
        return rows(StoredJson.read(roster, RosterDocument.class).rows());
    }

    /// The code that a campaign's stream is the history of.
    public static Code code(StreamKey stream) {
        return new Code(stream.value().substring(stream.value().indexOf('/') + 1));
    }
}
