package guidang.server.drafts;

import guidang.server.access.Caller;
import guidang.server.access.OrganizationPaths;
import guidang.server.access.Role;
import guidang.server.access.Scopes;
import guidang.server.drafts.Draft.Unfinished;
import guidang.server.drafts.DraftObjects.Version;
import guidang.server.drafts.Drafts.DraftView;
import guidang.server.filing.AfterFiling;
import guidang.server.filing.Fields;
import guidang.server.filing.FiledDraft;
import guidang.server.inspection.Uploads;
import guidang.server.kernel.Code;
import guidang.server.kernel.OperationId;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import java.util.Comparator;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Drafts as the clerks of an organisation, and those above it, see and save
/// them. Error of all: `ORGANIZATION_UNKNOWN` and `FORBIDDEN` as of
/// [Scopes#require]; `DRAFT_GONE` for an id that cannot be one.
@Service
final class DraftDesk implements AfterFiling {
    /// Of a draft's id: the time of its uploads, as of theirs.
    private static final int TIME = 8;

    private final DraftBook book;
    private final Uploads uploads;
    private final Scopes scopes;
    private final OrganizationPaths paths;

    DraftDesk(DraftBook book, Uploads uploads, Scopes scopes, OrganizationPaths paths) {
        this.book = book;
        this.uploads = uploads;
        this.scopes = scopes;
        this.paths = paths;
    }

    /// With those of organisations that passed to it.
    Mono<Drafts> of(Caller caller, Code keeper) {
        scopes.require(caller, Role.CLERK, keeper);
        Stream<Code> keepers = Stream.concat(Stream.of(keeper), paths.passedTo(keeper).stream().map(OrganizationPaths::at));
        return Flux.fromStream(keepers.distinct()).concatMap(book::list).map(this::view)
                .sort(Comparator.comparing(DraftView::savedAt).reversed().thenComparing(DraftView::id)).collectList()
                .map(Drafts::new);
    }

    Mono<DraftView> find(Caller caller, Code keeper, String id) {
        return book.find(allowed(caller, keeper), checked(id)).map(this::view);
    }

    /// Errors besides: those of [DraftBook#save].
    Mono<DraftView> save(Caller caller, Code keeper, String id, DraftForm form) {
        Unfinished filing = form.checked();
        String draft = checked(id);
        if (form.base() == 0 && filing.files().stream().noneMatch(file -> sameTime(file.upload(), draft))) {
            throw Fields.invalid("id", "as an upload of its own begins");
        }
        return book.save(allowed(caller, keeper), draft, form.base(), filing).map(this::view);
    }

    /// So that a draft expires with its files, and its id tells when.
    private static boolean sameTime(String upload, String draft) {
        return upload.regionMatches(0, draft, 0, TIME);
    }

    Mono<Void> remove(Caller caller, Code keeper, String id) {
        return book.remove(allowed(caller, keeper), checked(id));
    }

    @Override
    public Mono<Void> filed(Caller caller, FiledDraft draft) {
        String keeper = draft.organization();
        String id = draft.id();
        return keeper == null || id == null ? Mono.empty() : Mono.defer(() -> remove(caller, Code.of(keeper), id));
    }

    private Code allowed(Caller caller, Code keeper) {
        scopes.require(caller, Role.CLERK, keeper);
        return keeper;
    }

    private static String checked(String id) {
        if (!OperationId.isOne(id)) {
            throw new Problem(ProblemType.DRAFT_GONE);
        }
        return id;
    }

    private DraftView view(Version version) {
        return DraftView.of(version, uploads.expiresAt(version.id()));
    }
}
