package guidang.server.organizations;

import guidang.server.access.Caller;
import guidang.server.access.Scope;
import guidang.server.access.Scopes;
import guidang.server.journal.Journal;
import guidang.server.journal.JournalRecord;
import guidang.server.journal.StreamKey;
import guidang.server.kernel.Code;
import guidang.server.organizations.OrganizationController.OrganizationChange;
import guidang.server.organizations.OrganizationController.OrganizationChanges;
import guidang.server.organizations.OrganizationController.OrganizationThen;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/// What happened to an organisation, with the reasons that were given.
@Service
class OrganizationHistory {
    private final TreeReading reading;
    private final Names names;
    private final Journal journal;
    private final Scopes scopes;

    OrganizationHistory(TreeReading reading, Names names, Journal journal, Scopes scopes) {
        this.reading = reading;
        this.names = names;
        this.journal = journal;
        this.scopes = scopes;
    }

    Mono<OrganizationChanges> of(Caller caller, Code code) {
        TreeNode node = reading.known(caller, code);
        List<TreeState> states = node.states();
        Scope scope = scopes.tree(caller);
        Mono<Void> own = names.read(states.stream().map(TreeState::naming));
        Mono<Void> parents = names.load(states.stream().flatMap(state -> Stream.ofNullable(state.parent())));
        return own.then(parents).then(reasons(code)).map(reasons -> new OrganizationChanges(Stream
                .iterate(states.size() - 1, i -> i >= 0, i -> i - 1)
                .map(i -> change(scope, states, i, i < reasons.size() ? reasons.get(i).orElse(null) : null)).toList()));
    }

    /// In the order of the stream.
    private Mono<List<Optional<String>>> reasons(Code code) {
        return journal.stream(StreamKey.organization(code)).flatMapIterable(stream -> stream).concatMap(this::reason)
                .collectList();
    }

    private Mono<Optional<String>> reason(JournalRecord record) {
        return names.details(record.operation(), OrganizationCodec.read(record).details())
                .map(details -> Optional.ofNullable(details.reason())).defaultIfEmpty(Optional.empty());
    }

    private static OrganizationChange change(Scope scope, List<TreeState> states, int index, @Nullable String reason) {
        TreeState after = states.get(index);
        return new OrganizationChange(after.change().name().toLowerCase(Locale.ROOT),
                java.time.Instant.ofEpochMilli(after.at()), after.commit() + 1,
                index == 0 ? null : then(scope, states.get(index - 1)), then(scope, after), reason);
    }

    private static OrganizationThen then(Scope scope, TreeState state) {
        TreeNode parent = state.parent();
        return new OrganizationThen(String.valueOf(state.naming().name()), state.naming().shortName(), state.type(),
                state.level() == 0 ? null : (int) state.level(),
                parent != null && scope.includes(parent.path()) ? TreeReading.ancestor(parent, TreeNode.NOW) : null,
                state.status());
    }
}
