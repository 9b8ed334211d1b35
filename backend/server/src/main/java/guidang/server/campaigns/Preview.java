package guidang.server.campaigns;

import guidang.server.access.Caller;
import guidang.server.access.OrganizationNames;
import guidang.server.access.Role;
import guidang.server.access.Scopes;
import guidang.server.campaigns.PreviewController.Branch;
import guidang.server.campaigns.PreviewController.DocumentCount;
import guidang.server.campaigns.PreviewController.PreviewRow;
import guidang.server.campaigns.PreviewController.RosterPreview;
import guidang.server.campaigns.PreviewController.TypeCount;
import guidang.server.kernel.Code;
import guidang.server.organizations.OrganizationType;
import guidang.server.organizations.Organizations;
import guidang.server.organizations.Organizations.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// What a draft would come to if it were opened now: counted in one pass, with
/// one page of rows in memory. Writes nothing.
@Service
class Preview {
    static final int ROWS = 50;
    /// Of the organisations right below the target; the rest is counted together.
    private static final int BRANCHES = 200;

    private final Asked asked;
    private final Organizations tree;
    private final OrganizationNames names;
    private final Scopes scopes;

    Preview(Asked asked, Organizations tree, OrganizationNames names, Scopes scopes) {
        this.asked = asked;
        this.tree = tree;
        this.names = names;
        this.scopes = scopes;
    }

    /// For an administrator at the target or above. Errors:
    /// `ORGANIZATION_UNKNOWN`, `FORBIDDEN`.
    Mono<RosterPreview> of(Caller caller, CampaignForm form) {
        return Mono.fromSupplier(() -> counted(caller, form)).subscribeOn(Schedulers.boundedElastic())
                .flatMap(count -> shown(count, form));
    }

    private Count counted(Caller caller, CampaignForm form) {
        Whom whom = form.whom();
        scopes.require(caller, Role.ADMINISTRATOR, whom.target());
        whom.named().forEach(code -> scopes.known(caller, code));
        Count count = new Count(tree.children(whom.target()).stream().limit(BRANCHES).toList());
        asked.of(whom, Asked.NOW).forEach(count);
        return count;
    }

    /// One pass.
    private static final class Count implements Consumer<Place> {
        private final Map<Code, Integer> branches = new TreeMap<>();
        private final Map<OrganizationType, Integer> types = new EnumMap<>(OrganizationType.class);
        private final List<Place> rows = new ArrayList<>();
        private int all;
        private int elsewhere;

        Count(List<Code> below) {
            below.forEach(code -> branches.put(code, 0));
        }

        @Override
        public void accept(Place place) {
            all++;
            types.merge(place.type(), 1, Integer::sum);
            Code branch = branch(place.path());
            if (branch == null) {
                elsewhere++;
            } else {
                branches.merge(branch, 1, Integer::sum);
            }
            if (rows.size() < ROWS) {
                rows.add(place);
            }
        }

        private @Nullable Code branch(String path) {
            return Arrays.stream(path.split("/", -1)).filter(code -> !code.isEmpty()).map(Code::new)
                    .filter(branches::containsKey).findFirst().orElse(null);
        }
    }

    private Mono<RosterPreview> shown(Count count, CampaignForm form) {
        List<Code> named = Stream.concat(count.branches.keySet().stream(), count.rows.stream().map(Place::code)).distinct()
                .toList();
        return names.names(named).map(words -> shown(count, form, words));
    }

    private static RosterPreview shown(Count count, CampaignForm form, Map<Code, String> words) {
        List<DocumentCount> documents = form.documents().stream()
                .map(d -> new DocumentCount(d.type().value(), d.period().value(), d.required(), count.all)).toList();
        long required = documents.stream().filter(DocumentCount::required).count();
        List<TypeCount> types = count.types.entrySet().stream().map(e -> new TypeCount(e.getKey(), e.getValue())).toList();
        List<Branch> branches = count.branches.entrySet().stream()
                .map(e -> new Branch(e.getKey().value(), words.getOrDefault(e.getKey(), e.getKey().value()), e.getValue()))
                .toList();
        List<PreviewRow> rows = count.rows.stream().map(place -> new PreviewRow(place.code().value(),
                words.getOrDefault(place.code(), place.code().value()), place.type(), place.path())).toList();
        return new RosterPreview(count.all, required * count.all, (documents.size() - required) * count.all, documents, types,
                branches, count.elsewhere, rows);
    }
}
