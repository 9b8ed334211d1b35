package guidang.server.register;

import guidang.server.access.Caller;
import guidang.server.access.OrganizationNames;
import guidang.server.access.OrganizationPaths;
import guidang.server.access.Role;
import guidang.server.access.Scopes;
import guidang.server.campaigns.CampaignNames;
import guidang.server.campaigns.CampaignState;
import guidang.server.campaigns.Campaigns;
import guidang.server.kernel.Code;
import guidang.server.kernel.Problem;
import guidang.server.organizations.Namesakes;
import guidang.server.register.SheetStep.Place;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Whose register of which campaign each row of a sheet means.
@Component
class SheetPlaces {
    /// More than a tree has; bounds the memory.
    private static final int MOST = 200_000;
    private static final Pattern CODE = Pattern.compile("(.*)[(（]([A-Za-z0-9-]{1,32})[)）]");

    private final Scopes scopes;
    private final OrganizationPaths paths;
    private final OrganizationNames names;
    private final Campaigns campaigns;
    private final Namesakes namesakes;

    SheetPlaces(Scopes scopes, OrganizationPaths paths, OrganizationNames names, Campaigns campaigns, Namesakes namesakes) {
        this.scopes = scopes;
        this.paths = paths;
        this.names = names;
        this.campaigns = campaigns;
        this.namesakes = namesakes;
    }

    /// Rows that have a place, and what is wrong with the others.
    record Found(List<ImportPlan.Placed> rows, List<SheetFault> faults) {}

    /// What the words mean.
    private record Words(Caller caller, Place own, String path, Map<String, List<Code>> organizations,
            Map<String, List<Code>> campaigns) {}

    /// @param own
    ///            of rows that name none; all others lie at or below
    ///            its organisation
    Mono<Found> of(Caller caller, Place own, SheetReading reading) {
        return Mono.zip(organizations(own, reading), campaigns(caller, reading)).map(named -> {
            Words words = new Words(caller, own, paths.path(own.organization()).orElse(""), named.getT1(), named.getT2());
            Found found = new Found(new ArrayList<>(), new ArrayList<>(reading.faults()));
            reading.rows().forEach(row -> place(words, row, found.faults)
                    .ifPresent(place -> found.rows.add(new ImportPlan.Placed(row, place))));
            return found;
        }).flatMap(this::withUnits);
    }

    /// Where a row says neither unit nor post, the organisation itself
    /// is responsible.
    private Mono<Found> withUnits(Found found) {
        Set<Code> without = found.rows.stream().filter(SheetPlaces::isWithout).map(placed -> placed.place().organization())
                .collect(Collectors.toSet());
        return without.isEmpty()
                ? Mono.just(found)
                : names.names(without).map(named -> new Found(found.rows.stream().map(placed -> isWithout(placed)
                        ? placed.responsible(named.getOrDefault(placed.place().organization(), "–"))
                        : placed).toList(), found.faults));
    }

    private static boolean isWithout(ImportPlan.Placed placed) {
        return placed.row().cell(SheetColumn.UNIT).isEmpty() && placed.row().cell(SheetColumn.POST).isEmpty();
    }

    private Mono<Map<String, List<Code>>> organizations(Place own, SheetReading reading) {
        boolean named = reading.rows().stream().anyMatch(row -> row.cell(SheetColumn.ORGANIZATION).isEmpty()
                && !row.cell(SheetColumn.ORGANIZATION_NAME).isEmpty());
        return !named ? Mono.just(Map.of()) : namesakes.below(List.of(own.organization()), MOST).map(all -> {
            Map<String, List<Code>> byName = new HashMap<>();
            all.forEach(one -> byName.computeIfAbsent(plain(one.name()), _ -> new ArrayList<>()).add(one.code()));
            return byName;
        });
    }

    private Mono<Map<String, List<Code>>> campaigns(Caller caller, SheetReading reading) {
        boolean named = reading.rows().stream().anyMatch(row -> !row.cell(SheetColumn.CAMPAIGN).isEmpty());
        return !named
                ? Mono.just(Map.of())
                : Flux.fromIterable(List.copyOf(campaigns.all())).map(CampaignState::code)
                        .filter(code -> concerns(caller, code)).concatMap(campaigns::names)
                        .collectList().map(SheetPlaces::byName);
    }

    /// Each by its name and by its code.
    private static Map<String, List<Code>> byName(List<CampaignNames> all) {
        Map<String, List<Code>> byName = new HashMap<>();
        all.forEach(one -> byName.computeIfAbsent(plain(one.name()), _ -> new ArrayList<>()).add(one.campaign()));
        all.forEach(one -> byName.put(one.campaign().value(), List.of(one.campaign())));
        return byName;
    }

    private boolean concerns(Caller caller, Code campaign) {
        try {
            return campaigns.concerning(caller, campaign).phase() != CampaignState.Phase.DRAFT;
        } catch (Problem others) {
            return false;
        }
    }

    private Optional<Place> place(Words words, SheetRow row, List<SheetFault> faults) {
        Optional<Code> organization = organization(words, row, faults);
        Optional<Code> campaign = campaign(words, row, faults);
        return organization.flatMap(whose -> campaign.map(which -> new Place(whose, which)));
    }

    private Optional<Code> organization(Words words, SheetRow row, List<SheetFault> faults) {
        String code = row.cell(SheetColumn.ORGANIZATION);
        String name = row.cell(SheetColumn.ORGANIZATION_NAME);
        if (code.isEmpty() && name.isEmpty()) {
            return allowed(words, row, words.own.organization(), faults);
        }
        List<Code> meant = code.isEmpty()
                ? words.organizations.getOrDefault(plain(name), List.of())
                : code(code).stream().toList();
        List<Code> below = meant.stream().filter(one -> paths.path(one).filter(path -> path.startsWith(words.path)).isPresent())
                .toList();
        if (below.size() != 1) {
            faults.add(SheetFault.of(row.number(), code.isEmpty() ? SheetColumn.ORGANIZATION_NAME : SheetColumn.ORGANIZATION,
                    below.isEmpty() ? "unknown-organization" : "ambiguous-organization").with(code.isEmpty() ? name : code));
            return Optional.empty();
        }
        return allowed(words, row, below.getFirst(), faults);
    }

    private Optional<Code> allowed(Words words, SheetRow row, Code organization, List<SheetFault> faults) {
        String path = paths.path(organization).orElse("");
        if (scopes.may(words.caller, Role.CLERK, path) || scopes.may(words.caller, Role.OFFICER, path)) {
            return Optional.of(organization);
        }
        faults.add(SheetFault.of(row.number(), SheetColumn.ORGANIZATION, "not-yours").with(organization.value()));
        return Optional.empty();
    }

    private Optional<Code> campaign(Words words, SheetRow row, List<SheetFault> faults) {
        String word = row.cell(SheetColumn.CAMPAIGN);
        if (word.isEmpty()) {
            return Optional.of(words.own.campaign());
        }
        Matcher both = CODE.matcher(word);
        String meant = both.matches() ? both.group(2).toUpperCase(Locale.ROOT) : word.toUpperCase(Locale.ROOT);
        List<Code> found = words.campaigns.getOrDefault(meant, words.campaigns.getOrDefault(plain(word), List.of()));
        if (found.size() != 1) {
            faults.add(SheetFault.of(row.number(), SheetColumn.CAMPAIGN, "unknown-campaign").with(word));
            return Optional.empty();
        }
        return Optional.of(found.getFirst());
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
}
