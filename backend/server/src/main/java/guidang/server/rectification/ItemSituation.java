package guidang.server.rectification;

import guidang.server.access.Caller;
import guidang.server.access.Role;
import guidang.server.kernel.Code;
import guidang.server.kernel.OperationId;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import guidang.server.objects.Blobs;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What whoever decides on an act finds, all of it read in the view in which
/// the act is committed.
///
/// @param details
///            the blob with the words that were given; absent where none were
/// @param evidence
///            the files that came with it
record ItemSituation(Hands hands, Item item, Blobs.@Nullable Ref details, List<ItemRecord.Evidence> evidence) {
    /// Passes where the caller is one of those who do this, and the table lets it
    /// be done now.
    ///
    /// @throws Problem
    ///             `FORBIDDEN`; `ITEM_STATE`
    void require(ItemAct act) {
        if (!hands.may(act)) {
            throw new Problem(ProblemType.FORBIDDEN);
        }
        if (act.after(item.state()).isEmpty()) {
            throw conflict(ProblemType.ITEM_STATE);
        }
    }

    /// Passes where the table lets all of these happen, one after the other.
    ///
    /// @throws Problem
    ///             `ITEM_STATE`
    void requireAll(List<ItemRecord> facts) {
        ItemState state = item.state();
        for (ItemRecord fact : facts) {
            state = ItemAct.of(ItemCodec.type(fact)).after(state).orElseThrow(() -> conflict(ProblemType.ITEM_STATE));
        }
    }

    /// The close-out that waits, where it is this one.
    ///
    /// @throws Problem
    ///             `ITEM_CHANGED`
    ItemRecord.CloseOutRequested closeOut(OperationId request) {
        ItemRecord.CloseOutRequested waits = item.closeOut();
        if (waits == null || !waits.request().equals(request)) {
            throw conflict(ProblemType.ITEM_CHANGED);
        }
        return waits;
    }

    /// The extension that waits, where it is this one.
    ///
    /// @throws Problem
    ///             `ITEM_CHANGED`
    ItemRecord.ExtensionRequested extension(OperationId request) {
        ItemRecord.ExtensionRequested waits = item.extension();
        if (waits == null || !waits.request().equals(request)) {
            throw conflict(ProblemType.ITEM_CHANGED);
        }
        return waits;
    }

    /// Passes where somebody else asked for it.
    ///
    /// @throws Problem
    ///             `OWN_ITEM`
    void requireAnother(ItemRecord request) {
        if (request.actor().equals(caller().subject())) {
            throw new Problem(ProblemType.OWN_ITEM, "item", item.id().value());
        }
    }

    /// Passes where the item's words are those that the caller saw.
    ///
    /// @throws Problem
    ///             `ITEM_CHANGED`
    void requireWords(int position) {
        if (item.words().record().position() != position) {
            throw conflict(ProblemType.ITEM_CHANGED);
        }
    }

    /// The words of an act that is not done without them.
    Blobs.Ref words() {
        if (details == null) {
            throw new IllegalStateException("no words were given");
        }
        return details;
    }

    Caller caller() {
        return hands.caller();
    }

    /// The organisation as whose officer the caller acts.
    Code at() {
        return hands.officer().orElseThrow(() -> new Problem(ProblemType.FORBIDDEN));
    }

    /// The officer's organisation in a remark; absent of a clerk.
    @Nullable
    Code remarksAt() {
        return caller().at(Role.CLERK).stream().anyMatch(hands.lineage()::contains) ? null : hands.overseer().orElse(null);
    }

    /// Says how it stands, and as of which position.
    private Problem conflict(ProblemType type) {
        OperationId closeOut = item.closeOut() == null ? null : item.closeOut().request();
        return new Problem(type, "item", item.id().value(), "state", item.state().word(), "position",
                item.steps().getLast().record().commit() + 1, "version", item.steps().size(), "request",
                closeOut == null ? "" : closeOut.value());
    }
}
