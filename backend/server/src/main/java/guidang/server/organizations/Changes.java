package guidang.server.organizations;

import guidang.server.access.Caller;
import guidang.server.access.Role;
import guidang.server.journal.Decision;
import guidang.server.journal.NewRecord;
import guidang.server.journal.StreamKey;
import guidang.server.journal.View;
import guidang.server.kernel.Code;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import guidang.server.organizations.OrganizationRecord.Closed;
import guidang.server.organizations.OrganizationRecord.Created;
import guidang.server.organizations.OrganizationRecord.Merged;
import guidang.server.organizations.OrganizationRecord.Moved;
import guidang.server.organizations.OrganizationRecord.Renamed;
import guidang.server.organizations.OrganizationRecord.Reopened;
import guidang.server.organizations.OrganizationRecord.Retyped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// All changes of one transaction, or none. Every rule is read in the view in
/// which they are committed, each change after those before it: codes are free,
/// everybody has one parent that is at work, nobody lies below itself, nobody is
/// closed above those at work, and the caller administers the old place and the
/// new. Of two that would together make a circle, the second to be committed
/// reads the lineage that the first one left, and is refused.
record Changes(Caller caller, Organizations organizations, List<Change> all) implements Decision {
    /// One thing that is to happen to an organisation.
    ///
    /// @param position
    ///            how long its stream must be for it; [#ANY] where that is the same
    record Change(Code code, OrganizationRecord record, int position) {
        static final int ANY = -1;
    }

    @Override
    public List<NewRecord> decide(View view) {
        view.need(all.stream().map(change -> StreamKey.organization(change.code)).toList());
        Deciding deciding = new Deciding(view);
        List<NewRecord> records = new ArrayList<>();
        for (Change change : all) {
            deciding.take(change);
            records.add(OrganizationCodec.write(change.code, change.record));
        }
        return records;
    }

    /// The view, and what this transaction changed so far.
    private final class Deciding {
        private final View view;
        private final Map<Code, OrganizationState> changed = new HashMap<>();

        Deciding(View view) {
            this.view = view;
        }

        void take(Change change) {
            Code code = change.code;
            Optional<OrganizationState> before = state(code);
            requirePosition(change, before);
            switch (change.record) {
                case Created created -> requireNew(code, created, before);
                case Renamed _,Retyped _ -> requireOpen(code, known(code, before));
                case Moved moved -> requireMovable(code, known(code, before), moved);
                case Merged merged -> requireMergeable(code, known(code, before), merged);
                case Closed _ -> requireClosable(code, known(code, before));
                case Reopened reopened -> requireReopenable(code, known(code, before), reopened);
            }
            changed.put(code, OrganizationState.after(before.orElse(null), change.record));
        }

        private Optional<OrganizationState> state(Code code) {
            OrganizationState own = changed.get(code);
            return own != null ? Optional.of(own) : OrganizationState.in(view, code);
        }

        private void requirePosition(Change change, Optional<OrganizationState> before) {
            boolean first = !changed.containsKey(change.code);
            int length = view.stream(StreamKey.organization(change.code)).size();
            if (first && change.position != Change.ANY && change.position != length && before.isPresent()) {
                throw new Problem(ProblemType.ORGANIZATION_CHANGED, "organization", change.code.value());
            }
        }

        private void requireNew(Code code, Created created, Optional<OrganizationState> before) {
            if (before.isPresent()) {
                throw new Problem(ProblemType.ORGANIZATION_EXISTS, "organization", code.value());
            }
            requirePlace(Objects.requireNonNull(created.parent(), "the root is made at the start alone"));
        }

        /// The organisation, which the caller administers.
        private OrganizationState known(Code code, Optional<OrganizationState> before) {
            requireAdministered(code);
            return before.orElseThrow();
        }

        private void requireAdministered(Code code) {
            List<Code> lineage = lineage(code);
            Set<Code> administered = caller.at(Role.ADMINISTRATOR);
            if (lineage.stream().noneMatch(administered::contains)) {
                boolean known = caller.grants().stream().anyMatch(grant -> lineage.contains(grant.organization()));
                throw known
                        ? new Problem(ProblemType.FORBIDDEN)
                        : new Problem(ProblemType.ORGANIZATION_UNKNOWN, "organization", code.value());
            }
        }

        private List<Code> lineage(Code code) {
            if (!changed.containsKey(code)) {
                organizations.lineage(view, code);
            }
            return Lineage.of(this::state, code);
        }

        /// One that may have others below it: the caller administers it, and it is
        /// at work.
        private void requirePlace(Code parent) {
            requireAdministered(parent);
            requireOpen(parent, state(parent).orElseThrow());
        }

        private void requireOpen(Code code, OrganizationState state) {
            if (!state.open()) {
                throw new Problem(ProblemType.ORGANIZATION_CLOSED, "organization", code.value());
            }
        }

        private void requireMovable(Code code, OrganizationState state, Moved moved) {
            requireOpen(code, state);
            requireAbove(code, state);
            requirePlace(moved.parent());
            requireNotBelow(code, moved.parent());
        }

        /// It is not the root, and the caller administers the place in which it lies,
        /// not it alone.
        private void requireAbove(Code code, OrganizationState state) {
            Code parent = state.parent();
            if (parent == null) {
                throw new Problem(ProblemType.ORGANIZATION_ROOT, "organization", code.value());
            }
            if (lineage(parent).stream().noneMatch(caller.at(Role.ADMINISTRATOR)::contains)) {
                throw new Problem(ProblemType.FORBIDDEN);
            }
        }

        private void requireNotBelow(Code code, Code parent) {
            if (lineage(parent).contains(code)) {
                throw new Problem(ProblemType.ORGANIZATION_CIRCLE, "organization", code.value(), "parent", parent.value());
            }
        }

        private void requireMergeable(Code code, OrganizationState state, Merged merged) {
            requireClosable(code, state);
            requirePlace(merged.into());
            requireNotBelow(code, merged.into());
        }

        private void requireClosable(Code code, OrganizationState state) {
            requireOpen(code, state);
            requireAbove(code, state);
            organizations.anyOpenBelow(view, code, changed).ifPresent(child -> {
                throw new Problem(ProblemType.ORGANIZATION_NOT_EMPTY, "organization", code.value(), "child", child.value());
            });
        }

        private void requireReopenable(Code code, OrganizationState state, Reopened reopened) {
            if (state.open()) {
                throw new Problem(ProblemType.ORGANIZATION_OPEN, "organization", code.value());
            }
            requireAbove(code, state);
            Code parent = Objects.requireNonNull(reopened.parent() == null ? state.parent() : reopened.parent());
            requirePlace(parent);
            requireNotBelow(code, parent);
        }
    }
}
