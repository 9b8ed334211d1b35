package guidang.server.statistics;

import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Where a list goes on: the moment it is of, and the sorting values of the
/// last row. It holds nothing that the row did not show, and leads nowhere that
/// the caller's scope does not.
///
/// @param moment
///            milliseconds since 1970
record SlotCursor(long moment, List<Object> values) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST = 4096;
    private static final int MOST = 5;

    static SlotCursor of(Instant moment, List<Object> values) {
        return new SlotCursor(moment.toEpochMilli(), List.copyOf(values));
    }

    Instant at() {
        return Instant.ofEpochMilli(moment);
    }

    String written() {
        List<Object> all = new ArrayList<>(List.of(moment));
        all.addAll(values);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(all));
    }

    /// @throws Problem
    ///             `INVALID_FIELD`
    static SlotCursor read(String written) {
        try {
            if (written.length() > LONGEST) {
                throw invalid();
            }
            byte[] json = Base64.getUrlDecoder().decode(written.getBytes(StandardCharsets.US_ASCII));
            Object[] all = JSON.readValue(json, Object[].class);
            if (all.length < 2 || all.length > MOST || !(all[0] instanceof Number moment) || !scalars(all)) {
                throw invalid();
            }
            return new SlotCursor(moment.longValue(), List.of(all).subList(1, all.length));
        } catch (JacksonException | IllegalArgumentException | NullPointerException unreadable) {
            throw invalid();
        }
    }

    private static boolean scalars(Object[] all) {
        for (Object each : all) {
            if (!(each instanceof String || each instanceof Number)) {
                return false;
            }
        }
        return true;
    }

    private static Problem invalid() {
        return new Problem(ProblemType.INVALID_FIELD, "fields", List.of("after"));
    }
}
