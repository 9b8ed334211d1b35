package guidang.server.index;

import guidang.server.filing.Slot;
import guidang.server.filing.Version;
import guidang.server.kernel.Digests;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one organisation is to file, and what became of it (DESIGN §8);
/// `index/obligations.json` maps each member.
///
/// @param path
///            where the organisation lay when the roster was frozen
/// @param due
///            the moment from which it is overdue; absent where there is none yet
/// @param required
///            whether it counts as owed
/// @param deliveredAt
///            arrival: the earliest receipt of a version that is not void
/// @param state
///            `missing`, `delivered`, `withdrawn` or `sealed`
/// @param report
///            the current version
/// @param first
///            on exactly one required document of each organisation: counting
///            these counts organisations
/// @param complete
///            on that one: whether all the organisation's required documents
///            are delivered
record ObligationDocument(String campaign, String organization, String path, List<String> ancestors, String documentType,
        String period,
        @Nullable Instant due, boolean required, @Nullable Instant deliveredAt, String state, @Nullable String report, boolean first,
        boolean complete, String hash) {
    static final String DELIVERED = "delivered";

    /// The same place, for any state.
    String id() {
        return String.join("/", campaign, organization, documentType, period);
    }

    boolean delivered() {
        return state.equals(DELIVERED);
    }

    ObligationDocument filled(Slot slot) {
        Version current = slot.current().orElse(null);
        String now = current != null ? DELIVERED : missing(slot);
        Instant arrival = slot.versions().stream().filter(v -> !v.state().isVoid())
                .map(v -> v.filed().receivedAt())
                .min(Instant::compareTo).orElse(null);
        return new ObligationDocument(campaign, organization, path, ancestors, documentType, period, due, required, arrival, now,
                current == null ? null : current.id().value(), first, complete, "");
    }

    private static String missing(Slot slot) {
        if (slot.versions().isEmpty()) {
            return "missing";
        }
        return slot.versions().getLast().closed() ? "sealed" : "withdrawn";
    }

    ObligationDocument ofOrganization(boolean isFirst, boolean isComplete) {
        ObligationDocument whole = new ObligationDocument(campaign, organization, path, ancestors, documentType, period, due,
                required,
                deliveredAt, state, report, isFirst, isFirst && isComplete, "");
        String hash = Digests.hex((Lane.MAPPING + "\0" + whole).getBytes(StandardCharsets.UTF_8)).substring(0, 32);
        return new ObligationDocument(campaign, organization, path, ancestors, documentType, period, due, required, deliveredAt,
                state,
                report, isFirst, isFirst && isComplete, hash);
    }
}
