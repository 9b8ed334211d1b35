package guidang.server.organizations;

import guidang.server.access.Caller;
import guidang.server.access.Scopes;
import guidang.server.journal.Command;
import guidang.server.journal.Committed;
import guidang.server.journal.Journal;
import guidang.server.kernel.Code;
import guidang.server.kernel.Digests;
import guidang.server.kernel.OperationId;
import guidang.server.objects.Blobs;
import guidang.server.organizations.OrganizationRecord.Act;
import guidang.server.organizations.TreeState.Change;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/// What may be done to one organisation: created, renamed, moved, retyped,
/// merged, closed, reopened, each with a reason that stays. The rules are those
/// of [Changes]. Repeating under the same key does it once.
@Service
class OrganizationLife {
    private final Journal journal;
    private final Blobs blobs;
    private final Organizations organizations;
    private final Tree tree;
    private final Scopes scopes;
    private final InstantSource clock;

    OrganizationLife(Journal journal, Blobs blobs, Organizations organizations, Tree tree, Scopes scopes,
            InstantSource clock) {
        this.journal = journal;
        this.blobs = blobs;
        this.organizations = organizations;
        this.tree = tree;
        this.scopes = scopes;
        this.clock = clock;
    }

    /// What is wished for one organisation.
    ///
    /// @param act
    ///            the last part of the route: `move`
    /// @param form
    ///            all that was asked, in any fixed form: another one under the same
    ///            key is refused
    record Wish(String act, Code code, String form, OrganizationDetails details,
            BiFunction<Blobs.Ref, Act, OrganizationRecord> record) {}

    Mono<Committed> create(Caller caller, String key, Wish wish) {
        return commit(caller, "POST /api/organizations", key, wish);
    }

    /// Errors: those of [Changes]; `ORGANIZATION_UNKNOWN` where the caller must not
    /// know of it.
    Mono<Committed> change(Caller caller, String key, Wish wish) {
        scopes.known(caller, wish.code);
        return commit(caller, "POST /api/organizations/" + wish.code + "/" + wish.act, key, wish);
    }

    private Mono<Committed> commit(Caller caller, String route, String key, Wish wish) {
        OperationId operation = OperationId.of(caller.subject(), route, key);
        String digest = Digests.hex((route + "\n" + wish.form).getBytes(StandardCharsets.UTF_8));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return blobs.put(operation, wish.details.salted())
                .map(ref -> wish.record.apply(ref, new Act(now, caller.subject())))
                .map(record -> new Changes(caller, organizations,
                        List.of(new Changes.Change(wish.code, record, Changes.Change.ANY))))
                .flatMap(decision -> journal.submit(new Command(operation, digest, decision)));
    }

    /// Where one that went into another lay before; null for others: they lie where
    /// they lay.
    @Nullable
    Code before(Code merged) {
        List<TreeState> states = tree.find(merged).map(TreeNode::states).orElse(List.of());
        for (int i = states.size() - 1; i > 0; i--) {
            if (states.get(i).change() == Change.MERGED) {
                TreeNode parent = states.get(i - 1).parent();
                return states.getLast().status() != OrganizationStatus.MERGED || parent == null ? null : parent.code();
            }
        }
        return null;
    }

    static OrganizationDetails words(Code code, String name, @Nullable String shortName, @Nullable String reason) {
        return new OrganizationDetails(1, Map.of(code.value(), name),
                shortName == null ? null : Map.of(code.value(), shortName), reason);
    }

    static OrganizationDetails words(String reason) {
        return new OrganizationDetails(1, null, null, reason);
    }
}
