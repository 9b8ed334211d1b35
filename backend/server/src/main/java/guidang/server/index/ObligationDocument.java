package guidang.server.index;

import guidang.server.filing.Obligation;
import guidang.server.filing.Slot;
import guidang.server.kernel.Digests;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
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
///            as [Obligation.State]
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
    /// In which a version counts.
    static final List<String> DELIVERED = Stream.of(Obligation.State.values()).filter(Obligation.State::delivered)
            .map(Obligation.State::text).toList();

    /// The same place, for any state.
    String id() {
        return String.join("/", campaign, organization, documentType, period);
    }

    boolean delivered() {
        return DELIVERED.contains(state);
    }

    ObligationDocument filled(Slot slot) {
        Instant arrival = slot.versions().stream().filter(v -> !v.state().isVoid())
                .map(v -> v.filed().receivedAt())
                .min(Instant::compareTo).orElse(null);
        Obligation.State now = Obligation.State.of(slot);
        return new ObligationDocument(campaign, organization, path, ancestors, documentType, period, due,
                required && !slot.exempted(), arrival, now.text(),
                slot.current().map(version -> version.id().value()).orElse(null), first, complete, "");
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
