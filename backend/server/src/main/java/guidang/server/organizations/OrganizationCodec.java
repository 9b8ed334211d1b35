package guidang.server.organizations;

import com.fasterxml.jackson.annotation.JsonInclude;
import guidang.server.journal.JournalRecord;
import guidang.server.journal.NewRecord;
import guidang.server.journal.StreamKey;
import guidang.server.kernel.Code;
import guidang.server.objects.Blobs;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/// How this room's records and details are written as JSON (docs/FORMAT.md;
/// golden files hold it still).
public final class OrganizationCodec {
    private static final JsonMapper JSON = JsonMapper.builder().disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_NULL)).build();

    private OrganizationCodec() {
    }

    private record CreatedData(@Nullable String parent, String type, Blobs.Ref details) {}

    private record Details(int format, Map<String, String> names) {}

    /// The fact that a record of an organisation's stream holds.
    ///
    /// @throws IllegalStateException
    ///             where the type is none of this room's
    public static OrganizationRecord read(JournalRecord record) {
        if (!record.type().equals("created")) {
            throw new IllegalStateException(
                    "unknown type " + record.type() + " in commit " + record.commit() + " on " + record.stream());
        }
        CreatedData data = JSON.readValue(record.data(), CreatedData.class);
        return new OrganizationRecord.Created(data.parent() == null ? null : new Code(data.parent()),
                OrganizationType.of(data.type())
                        .orElseThrow(() -> new IllegalStateException("unknown type of organisation: " + data.type())),
                data.details());
    }

    static NewRecord write(Code code, OrganizationRecord.Created created) {
        Code parent = created.parent();
        CreatedData data = new CreatedData(parent == null ? null : parent.value(), created.type().text(), created.details());
        return new NewRecord(StreamKey.organization(code), "created", JSON.writeValueAsString(data));
    }

    /// The names of one import's rows as a details blob.
    static byte[] details(SortedMap<String, String> names) {
        return Blobs.salted(JSON.writeValueAsBytes(new Details(1, names)));
    }

    static Map<String, String> names(byte[] details) {
        return JSON.readValue(Blobs.unsalted(details), Details.class).names();
    }

    /// The code that an organisation's stream is the history of.
    public static Code code(StreamKey stream) {
        return new Code(stream.value().substring(stream.value().indexOf('/') + 1));
    }
}
