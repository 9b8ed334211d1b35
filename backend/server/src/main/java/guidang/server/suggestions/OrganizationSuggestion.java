package guidang.server.suggestions;

import guidang.server.inspection.ReadStructure.Words;
import guidang.server.inspection.ReadUpload;
import guidang.server.kernel.Code;
import guidang.server.organizations.Namesakes.Named;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Whose report a document is, among the organisations that its clerk files
/// for. Pure.
final class OrganizationSuggestion {
    /// Shorter names stand in too many others.
    private static final int SHORTEST = 4;
    private static final Comparator<Candidate> BEST = Comparator.comparingInt((Candidate c) -> c.evidence().points()).reversed()
            .thenComparing(Comparator.comparingInt((Candidate c) -> c.core().length()).reversed())
            .thenComparing(c -> !c.own()).thenComparing(c -> c.named().code());

    private final @Nullable Words told;
    private final String core;
    private final @Nullable Words title;
    private final String titleWords;
    private final String fileWords;

    private OrganizationSuggestion(ReadUpload upload) {
        this.told = upload.structure().organization();
        this.core = told == null ? "" : OrganizationWords.core(told.text());
        this.title = upload.structure().title();
        this.titleWords = title == null ? "" : OrganizationWords.plain(title.text());
        this.fileWords = OrganizationWords.plain(upload.name());
    }

    private record Candidate(Named named, String core, boolean own, Evidence evidence) {}

    /// @param all
    ///            those that the clerk may file for, at least one of them its own
    /// @param own
    ///            those of its grants
    static Suggested of(ReadUpload upload, List<Named> all, Set<Code> own) {
        return new OrganizationSuggestion(upload).among(all, own);
    }

    private Suggested among(List<Named> all, Set<Code> own) {
        List<Candidate> found = new ArrayList<>();
        for (Named named : all) {
            Candidate candidate = candidate(named, own.contains(named.code()));
            if (!candidate.evidence().isEmpty()) {
                found.add(candidate);
            }
        }
        found.sort(BEST);
        return found.isEmpty() ? mine(all, own) : best(found);
    }

    private Candidate candidate(Named named, boolean own) {
        String name = OrganizationWords.core(named.name());
        String plain = OrganizationWords.plain(named.name());
        boolean full = !core.isEmpty() && core.equals(name);
        Evidence evidence = new Evidence().strong(full, "organization-full").weak(!full && isShort(name), "organization-short")
                .weak(stands(titleWords, plain, name), "organization-in-title")
                .weak(stands(fileWords, plain, name), "organization-in-file-name");
        return new Candidate(named, name, own, evidence);
    }

    private boolean isShort(String name) {
        return Math.min(core.length(), name.length()) >= SHORTEST && (name.endsWith(core) || core.endsWith(name));
    }

    private static boolean stands(String words, String plain, String name) {
        return name.length() >= SHORTEST && (words.contains(plain) || words.contains(name));
    }

    private Suggested best(List<Candidate> found) {
        Candidate best = found.getFirst();
        boolean several = found.size() > 1 && found.get(1).evidence().points() == best.evidence().points()
                && !best.core().contains(found.get(1).core());
        Evidence evidence = best.evidence().against(several, "organization-several");
        boolean byName = evidence.has("organization-full") || evidence.has("organization-short");
        Words place = byName ? told : evidence.has("organization-in-title") ? title : null;
        return Suggested.of(best.named().code().value(), best.named().name(), evidence, Suggested.Place.of(place));
    }

    /// The clerk's own, where the document tells none of those.
    private Suggested mine(List<Named> all, Set<Code> own) {
        Code code = own.stream().sorted().findFirst().orElseThrow();
        String name = all.stream().filter(named -> named.code().equals(code)).map(Named::name).findFirst().orElse(code.value());
        Evidence evidence = new Evidence().weak(true, "own-organization").weak(all.size() <= 1, "only-organization")
                .against(told != null, "organization-unknown");
        return Suggested.of(code.value(), name, evidence, null);
    }
}
