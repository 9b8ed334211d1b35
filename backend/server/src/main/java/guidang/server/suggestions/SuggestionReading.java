package guidang.server.suggestions;

import guidang.server.filing.OwedDocuments;
import guidang.server.filing.Obligation;
import guidang.server.access.Caller;
import guidang.server.access.OrganizationNames;
import guidang.server.access.OrganizationPaths;
import guidang.server.access.Role;
import guidang.server.access.Scopes;
import guidang.server.inspection.ReadStructure;
import guidang.server.inspection.ReadUpload;
import guidang.server.inspection.Uploads;
import guidang.server.kernel.Code;
import guidang.server.organizations.Namesakes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/// What an upload suggests to the clerk who sent it, among what this clerk may
/// file for and no other.
@Service
class SuggestionReading {
    /// A document's organisation is looked for among so many, from the top.
    static final int ORGANIZATIONS = 20_000;

    private final Uploads uploads;
    private final Namesakes namesakes;
    private final OrganizationNames names;
    private final OwedDocuments owed;
    private final Scopes scopes;
    private final OrganizationPaths paths;

    SuggestionReading(Uploads uploads, Namesakes namesakes, OrganizationNames names, OwedDocuments owed, Scopes scopes,
            OrganizationPaths paths) {
        this.uploads = uploads;
        this.namesakes = namesakes;
        this.names = names;
        this.owed = owed;
        this.scopes = scopes;
        this.paths = paths;
    }

    /// @param chosen
    ///            the organisation, where the clerk has said it; null: it is
    ///            suggested, too
    Mono<Suggestions> of(Caller caller, String upload, @Nullable Code chosen) {
        scopes.requireAnywhere(caller, Role.CLERK);
        if (chosen != null) {
            scopes.require(caller, Role.CLERK, chosen);
        }
        return uploads.read(caller, upload)
                .flatMap(read -> organization(caller, read, chosen).flatMap(found -> suggestions(read, found)));
    }

    private Mono<Suggested> organization(Caller caller, ReadUpload read, @Nullable Code chosen) {
        if (chosen != null) {
            return names.names(List.of(chosen)).map(named -> Suggested.of(chosen.value(),
                    named.getOrDefault(chosen, chosen.value()), new Evidence().strong(true, "chosen"), null));
        }
        Set<Code> own = caller.at(Role.CLERK).stream().filter(code -> paths.path(code).isPresent())
                .collect(Collectors.toUnmodifiableSet());
        return namesakes.below(own, ORGANIZATIONS).map(all -> OrganizationSuggestion.of(read, all, own));
    }

    private Mono<Suggestions> suggestions(ReadUpload read, Suggested organization) {
        return owed.of(new Code(organization.value())).collectList()
                .map(all -> suggestions(read, organization, SlotSuggestion.of(read, all)));
    }

    private static Suggestions suggestions(ReadUpload read, Suggested organization, Optional<SlotSuggestion.Candidate> found) {
        ReadStructure structure = read.structure();
        SlotSuggestion.@Nullable Candidate slot = found.orElse(null);
        return new Suggestions(read.reader(), organization, slot == null ? null : slot(slot),
                slot == null ? null : part(read, slot.owed().campaign().value(), slot.owed().campaignName(), slot.campaign()),
                slot == null
                        ? null
                        : part(read, slot.owed().documentType().value(), slot.owed().documentName(), slot.type()),
                slot == null ? null : part(read, slot.owed().period(), null, slot.period()), WordsSuggestion.title(read),
                WordsSuggestion.date(read), WordsSuggestion.problems(structure), WordsSuggestion.causes(structure),
                WordsSuggestion.measures(structure), WordsSuggestion.dueDates(structure));
    }

    private static Suggested part(ReadUpload read, String value, @Nullable String name, Evidence evidence) {
        return Suggested.of(value, name, evidence, SlotSuggestion.place(read, evidence));
    }

    private static Suggestions.SuggestedSlot slot(SlotSuggestion.Candidate slot) {
        Obligation owed = slot.owed();
        return new Suggestions.SuggestedSlot(owed.campaign().value(), owed.documentType().value(), owed.period(),
                slot.confidence(), slot.reasons(), owed.state().delivered() ? owed.report() : null);
    }
}
