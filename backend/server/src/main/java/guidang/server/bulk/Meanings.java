package guidang.server.bulk;

import guidang.server.access.Caller;
import guidang.server.campaigns.CampaignNames;
import guidang.server.campaigns.CampaignState;
import guidang.server.campaigns.Campaigns;
import guidang.server.kernel.Code;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import guidang.server.organizations.Namesakes;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What the words of a manifest mean to an officer: codes as they are, names as
/// those at and below the import's organisation are called. Loaded once a run.
final class Meanings {
    /// More than a tree has; bounds the memory.
    private static final int MOST = 200_000;
    private static final Pattern YEAR = Pattern.compile("(\\d{4})年(度)?");

    private final Campaigns campaigns;
    private final Caller officer;
    private final Map<String, List<Code>> organizations = new HashMap<>();
    private final Map<String, List<CampaignNames>> byName = new HashMap<>();
    private final Map<Code, CampaignNames> byCode = new HashMap<>();

    private Meanings(Campaigns campaigns, Caller officer, List<Namesakes.Named> below, List<CampaignNames> named) {
        this.campaigns = campaigns;
        this.officer = officer;
        below.forEach(one -> organizations.computeIfAbsent(plain(one.name()), _ -> new ArrayList<>()).add(one.code()));
        for (CampaignNames names : named) {
            byName.computeIfAbsent(plain(names.name()), _ -> new ArrayList<>()).add(names);
            byCode.put(names.campaign(), names);
        }
    }

    /// @param organization
    ///            where names of organisations are looked for, and below
    static Mono<Meanings> load(Namesakes namesakes, Campaigns campaigns, Caller officer, Code organization) {
        Mono<List<CampaignNames>> named = Flux.fromIterable(List.copyOf(campaigns.all())).map(CampaignState::code)
                .filter(code -> concerns(campaigns, officer, code)).concatMap(campaigns::names).collectList();
        return Mono.zip(namesakes.below(List.of(organization), MOST), named)
                .map(both -> new Meanings(campaigns, officer, both.getT1(), both.getT2()));
    }

    private static boolean concerns(Campaigns campaigns, Caller officer, Code campaign) {
        try {
            return campaigns.concerning(officer, campaign).code().equals(campaign);
        } catch (Problem others) {
            return false;
        }
    }

    /// The row with codes for its words.
    ///
    /// @throws Problem
    ///             `ORGANIZATION_UNKNOWN`, `CAMPAIGN_UNKNOWN`,
    ///             `DOCUMENT_TYPE_UNKNOWN`, `IMPORT_AMBIGUOUS` where several are
    ///             called so
    ImportRow of(ImportRow row) {
        Code organization = row.organization().isEmpty()
                ? only(organizations.getOrDefault(plain(row.organizationName()), List.of()), "organization",
                        row.organizationName(), ProblemType.ORGANIZATION_UNKNOWN)
                : code(row.organization()).orElseThrow(
                        () -> new Problem(ProblemType.ORGANIZATION_UNKNOWN, "organization", shown(row.organization())));
        CampaignState campaign = campaign(row.campaign());
        Code document = document(campaign, row.documentType());
        return row.meaning(organization.value(), campaign.code().value(), document.value(), period(row.period()));
    }

    private CampaignState campaign(String word) {
        Code found = code(word).filter(byCode::containsKey)
                .orElseGet(() -> only(byName.getOrDefault(plain(word), List.of()).stream().map(CampaignNames::campaign).toList(),
                        "campaign", word, ProblemType.CAMPAIGN_UNKNOWN));
        return campaigns.concerning(officer, found);
    }

    private Code document(CampaignState campaign, String word) {
        Map<String, String> names = Optional.ofNullable(byCode.get(campaign.code())).map(CampaignNames::documents)
                .orElse(Map.of());
        return code(word).filter(campaign::requires)
                .orElseGet(() -> only(names.entrySet().stream().filter(named -> plain(named.getValue()).equals(plain(word)))
                        .map(named -> new Code(named.getKey())).toList(), "documentType", word,
                        ProblemType.DOCUMENT_TYPE_UNKNOWN));
    }

    private static String period(String word) {
        return YEAR.matcher(word).replaceAll("$1").toUpperCase(java.util.Locale.ROOT).replace("ONCE", "once");
    }

    private static Code only(List<Code> found, String member, String word, ProblemType none) {
        if (found.size() > 1) {
            throw new Problem(ProblemType.IMPORT_AMBIGUOUS, "value", shown(word), "codes", found.stream().limit(5)
                    .map(Code::value).toList());
        }
        return found.stream().findFirst().orElseThrow(() -> new Problem(none, member, shown(word)));
    }

    private static Optional<Code> code(String word) {
        try {
            return Optional.of(Code.of(word));
        } catch (Problem malformed) {
            return Optional.empty();
        }
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("\\s", "");
    }

    private static String shown(String word) {
        return word.length() > 64 ? word.substring(0, 64) + "…" : word;
    }
}
