package guidang.server.rectification;

import static guidang.server.rectification.ItemState.CLOSED;
import static guidang.server.rectification.ItemState.CLOSE_OUT_REQUESTED;
import static guidang.server.rectification.ItemState.IN_PROGRESS;
import static guidang.server.rectification.ItemState.OPEN;
import static guidang.server.rectification.ItemState.RETURNED;
import static guidang.server.rectification.ItemState.VOID;

import guidang.server.access.Role;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What can be done to an item: by whom, from which states, and what comes of
/// it. The whole state machine; docs/RECTIFICATION.md's table is made from it.
public enum ItemAct {
    /// Words or evidence of what was done. While a close-out waits it goes
    /// on waiting.
    PROGRESS("progress", "progressed", Role.CLERK, Set.of(OPEN, IN_PROGRESS, RETURNED, CLOSE_OUT_REQUESTED), IN_PROGRESS),
    /// A remark; officers remark likewise.
    COMMENT("comment", "commented", null, Set.of(OPEN, IN_PROGRESS, RETURNED, CLOSE_OUT_REQUESTED, CLOSED), null),
    /// Other words for what the item is.
    EDIT("edit", "edited", Role.CLERK, Set.of(OPEN, IN_PROGRESS, RETURNED), null),
    /// Another type, another due day.
    RECLASSIFY("reclassify", "reclassified", Role.OFFICER, Set.of(OPEN, IN_PROGRESS, RETURNED, CLOSE_OUT_REQUESTED), null),
    /// A new request voids the one that waits.
    REQUEST_CLOSE_OUT("close-out", "close-out-requested", Role.CLERK, Set.of(OPEN, IN_PROGRESS, RETURNED, CLOSE_OUT_REQUESTED),
            CLOSE_OUT_REQUESTED),
    WITHDRAW_CLOSE_OUT("withdraw-close-out", "close-out-withdrawn", Role.CLERK, Set.of(CLOSE_OUT_REQUESTED), IN_PROGRESS),
    CLOSE("close", "closed", Role.OFFICER, Set.of(CLOSE_OUT_REQUESTED), CLOSED),
    /// Refuses a close-out and says what is missing.
    RETURN("return", "returned", Role.OFFICER, Set.of(CLOSE_OUT_REQUESTED), RETURNED),
    /// A new request voids the one that waits.
    REQUEST_EXTENSION("extension", "extension-requested", Role.CLERK, Set.of(OPEN, IN_PROGRESS, RETURNED), null),
    GRANT_EXTENSION("grant-extension", "extension-granted", Role.OFFICER,
            Set.of(OPEN, IN_PROGRESS, RETURNED, CLOSE_OUT_REQUESTED), null),
    REFUSE_EXTENSION("refuse-extension", "extension-refused", Role.OFFICER,
            Set.of(OPEN, IN_PROGRESS, RETURNED, CLOSE_OUT_REQUESTED), null),
    /// 回头看 found it mended.
    REVIEW("review", "reviewed", Role.OFFICER, Set.of(CLOSED), null),
    /// 回头看 found it not mended.
    REOPEN("reopen", "reopened", Role.OFFICER, Set.of(CLOSED), IN_PROGRESS),
    VOID_ITEM("void", "voided", Role.OFFICER, Set.of(OPEN, IN_PROGRESS, RETURNED, CLOSE_OUT_REQUESTED), VOID);

    private final String verb;
    private final String record;
    private final @Nullable Role role;
    @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody changes
    private final Set<ItemState> from;
    private final @Nullable ItemState to;

    ItemAct(String verb, String record, @Nullable Role role, Set<ItemState> from, @Nullable ItemState to) {
        this.verb = verb;
        this.record = record;
        this.role = role;
        this.from = Set.copyOf(from);
        this.to = to;
    }

    /// What a record of this type does to an item that is there.
    ///
    /// @throws IllegalStateException
    ///             where none does: an item is opened once
    static ItemAct of(String record) {
        for (ItemAct act : values()) {
            if (act.record.equals(record)) {
                return act;
            }
        }
        throw new IllegalStateException("no act upon an item writes " + record);
    }

    /// As in the API: the last part of the route.
    String verb() {
        return verb;
    }

    /// The type of the record that it writes.
    String record() {
        return record;
    }

    /// Who does it: a clerk of the organisation or above it, or an officer above
    /// it; both where absent.
    @Nullable
    Role role() {
        return role;
    }

    /// The state that it leaves behind; empty where it is illegal.
    Optional<ItemState> after(ItemState state) {
        if (!from.contains(state)) {
            return Optional.empty();
        }
        boolean waitsOn = this == PROGRESS && state == CLOSE_OUT_REQUESTED;
        return Optional.of(to == null || waitsOn ? state : to);
    }
}
