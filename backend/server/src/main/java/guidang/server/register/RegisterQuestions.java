package guidang.server.register;

import guidang.server.access.Caller;
import guidang.server.access.OrganizationPaths;
import guidang.server.access.Scope;
import guidang.server.access.Scopes;
import guidang.server.campaigns.Due;
import guidang.server.kernel.Code;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import guidang.server.organizations.Organizations;
import guidang.server.query.AsOf;
import guidang.server.query.Continuation;
import guidang.server.query.ItemFilter;
import guidang.server.query.ItemQuestion;
import guidang.server.query.ItemQuestion.Days;
import guidang.server.query.ItemQuestion.Sort;
import guidang.server.query.ItemQuestion.Window;
import guidang.server.query.OrganizationLevels;
import guidang.server.query.TreeMeant;
import guidang.server.query.Word;
import guidang.server.rectification.ItemTurn;
import guidang.server.rectification.ItemType;
import guidang.server.search.Query;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Checks what is asked. The one place of this room where the caller's scope is
/// taken from.
@Component
final class RegisterQuestions {
    private static final String TIMED = "timed";

    private final Scopes scopes;
    private final Due days;
    private final InstantSource clock;
    private final Organizations organizations;

    RegisterQuestions(Scopes scopes, Due days, InstantSource clock, Organizations organizations) {
        this.scopes = scopes;
        this.days = days;
        this.clock = clock;
        this.organizations = organizations;
    }

    /// Whose items the caller reads.
    Scope scope(Caller caller) {
        return scopes.contents(caller);
    }

    /// @throws Problem
    ///             `INVALID_FIELD`, `MALFORMED_CODE`, `MALFORMED_QUERY`;
    ///             `ORGANIZATION_UNKNOWN` where the caller must not know of it
    ItemQuestion of(Caller caller, RegisterAsked asked, Sort sort, int size, @Nullable Continuation after) {
        Instant moment = AsOf.moment(asked.asOf(), days, clock.instant());
        TreeMeant tree = "then".equals(asked.tree()) && moment != null ? TreeMeant.THEN : TreeMeant.NOW;
        UnaryOperator<String> lying = moment == null || tree == TreeMeant.NOW ? UnaryOperator.identity() : then(moment);
        String organization = code(asked.organization());
        String below = organization == null ? null : lying.apply(scopes.known(caller, new Code(organization)));
        Window window = asked.due() == null ? null : Window.valueOf(asked.due().toUpperCase(Locale.ROOT));
        return new ItemQuestion(words(asked.words(), moment),
                new ItemFilter(code(asked.campaign()), below, Boolean.TRUE.equals(asked.alone()), tree), asked.state(),
                types(asked.type()), asked.aspect() == null ? List.of() : asked.aspect(), window,
                new Days(asked.from(), asked.to()), new Days(asked.evidenceFrom(), asked.evidenceTo()),
                Boolean.TRUE.equals(asked.extension()), Boolean.TRUE.equals(asked.returned()),
                turn(caller, asked.turn(), moment), sort, size, after,
                levels(below, scope(caller), lying), moment, asked.position() == null ? 0 : asked.position());
    }

    private static OrganizationLevels levels(@Nullable String below, Scope scope, UnaryOperator<String> lying) {
        OrganizationLevels now = OrganizationLevels.of(below, scope);
        return below == null
                ? new OrganizationLevels(now.of().stream().map(lying).toList(), now.themselves().stream().map(lying).toList())
                : now;
    }

    /// What is so no more has no words in the index.
    private static List<Word> words(@Nullable String typed, @Nullable Instant moment) {
        List<Word> words = Query.of(typed).words();
        if (!words.isEmpty() && moment != null) {
            throw new Problem(ProblemType.INVALID_FIELD, "fields", List.of("words"));
        }
        return words;
    }

    /// Who the caller was at another time, nobody knows.
    private @Nullable ItemTurn turn(Caller caller, @Nullable String asked, @Nullable Instant moment) {
        if (asked != null && moment != null) {
            throw new Problem(ProblemType.INVALID_FIELD, "fields", List.of("turn"));
        }
        return asked == null ? null : ItemTurn.of(organizations, caller);
    }

    private static List<String> types(@Nullable List<String> asked) {
        Stream<ItemType> timed = Stream.of(ItemType.values()).filter(type -> type != ItemType.ONGOING);
        return asked == null
                ? List.of()
                : Stream.concat(asked.stream().filter(word -> !word.equals(TIMED)),
                        asked.contains(TIMED) ? timed.map(ItemType::word) : Stream.empty()).distinct().toList();
    }

    /// Where an organisation of the tree of now lay at the moment; one that did not
    /// exist lies where it does now.
    private UnaryOperator<String> then(Instant moment) {
        long view = organizations.view(moment);
        return path -> organizations.pathAt(OrganizationPaths.at(path), view).orElse(path);
    }

    private static @Nullable String code(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : Code.of(typed).value();
    }
}
