package guidang.server.campaigns;

import com.fasterxml.jackson.annotation.JsonInclude;
import guidang.server.journal.JournalRecord;
import guidang.server.journal.NewRecord;
import guidang.server.journal.StreamKey;
import guidang.server.kernel.Code;
import guidang.server.kernel.Period;
import guidang.server.objects.Blobs;
import guidang.server.organizations.OrganizationType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/// How this room's records and blobs are written as JSON (docs/FORMAT.md;
/// golden files hold it still). Unknown members are skipped; an unknown type
/// is refused.
public final class CampaignCodec {
    private static final JsonMapper JSON = JsonMapper.builder().disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_NULL)).build();

    private CampaignCodec() {
    }

    private record CreatedData(Blobs.Ref details, String target, List<String> types, List<DocumentData> documents) {}

    private record DocumentData(String type, String period, LocalDate due, boolean required) {}

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
            case "created" -> created(JSON.readValue(data, CreatedData.class));
            case "opening" -> new CampaignRecord.OpeningStarted();
            case "roster" -> part(JSON.readValue(data, RosterData.class));
            case "opened" -> new CampaignRecord.Opened(JSON.readValue(data, OpenedData.class).rostered());
            case "template" -> template(JSON.readValue(data, TemplateData.class));
            case "closed" -> new CampaignRecord.Closed();
            default -> throw new IllegalStateException(
                    "unknown type " + record.type() + " in commit " + record.commit() + " on " + record.stream());
        };
    }

    private static CampaignRecord created(CreatedData data) {
        return new CampaignRecord.Created(data.details(), new Code(data.target()),
                data.types().stream().map(t -> OrganizationType.of(t).orElseThrow()).toList(), data.documents().stream()
                        .map(d -> new RequiredDocument(new Code(d.type()), new Period(d.period()), d.due(), d.required()))
                        .toList());
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
            case CampaignRecord.Created created -> new NewRecord(stream, "created", JSON.writeValueAsString(data(created)));
            case CampaignRecord.OpeningStarted _ -> new NewRecord(stream, "opening", "{}");
            case CampaignRecord.RosterPart(Blobs.Ref blob, Code first, int rows) ->
                new NewRecord(stream, "roster", JSON.writeValueAsString(new RosterData(blob, first.value(), rows)));
            case CampaignRecord.Opened(int rostered) ->
                new NewRecord(stream, "opened", JSON.writeValueAsString(new OpenedData(rostered)));
            case CampaignRecord.Template(Blobs.Ref details, int aspects) ->
                new NewRecord(stream, "template", JSON.writeValueAsString(new TemplateData(details, aspects)));
            case CampaignRecord.Closed _ -> new NewRecord(stream, "closed", "{}");
        };
    }

    private static CreatedData data(CampaignRecord.Created created) {
        return new CreatedData(created.details(), created.target().value(),
                created.types().stream().map(OrganizationType::text).toList(),
                created.documents().stream()
                        .map(d -> new DocumentData(d.type().value(), d.period().value(), d.due(), d.required())).toList());
    }

    /// The names as a details blob.
    static byte[] details(String name, SortedMap<String, String> documents) {
        return Blobs.salted(JSON.writeValueAsBytes(new DetailsDocument(1, name, documents)));
    }

    /// A template as a details blob.
    static byte[] template(AspectTemplate template) {
        return Blobs.salted(JSON.writeValueAsBytes(new TemplateDocument(1, template.threshold(), template.aspects())));
    }

    static AspectTemplate template(byte[] details) {
        TemplateDocument read = JSON.readValue(Blobs.unsalted(details), TemplateDocument.class);
        return new AspectTemplate(read.threshold(), read.aspects());
    }

    static CampaignNames names(Code campaign, byte[] details) {
        DetailsDocument read = JSON.readValue(Blobs.unsalted(details), DetailsDocument.class);
        return new CampaignNames(campaign, read.name(), read.documents());
    }

    /// A part of a roster. It holds codes only, so it needs no salt, and whoever
    /// computes it gets the same bytes.
    static byte[] roster(List<RosterRow> rows) {
        return JSON.writeValueAsBytes(
                new RosterDocument(1, rows.stream().map(r -> new RowData(r.organization().value(), r.path())).toList()));
    }

    static List<RosterRow> rows(byte[] roster) {
        return JSON.readValue(roster, RosterDocument.class).rows().stream()
                .map(r -> new RosterRow(new Code(r.organization()), r.path()))
                .toList();
    }

    /// The code that a campaign's stream is the history of.
    public static Code code(StreamKey stream) {
        return new Code(stream.value().substring(stream.value().indexOf('/') + 1));
    }
}
