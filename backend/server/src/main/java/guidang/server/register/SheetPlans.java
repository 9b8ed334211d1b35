package guidang.server.register;

import guidang.server.access.Caller;
import guidang.server.campaigns.CampaignState;
import guidang.server.campaigns.Campaigns;
import guidang.server.campaigns.Due;
import guidang.server.rectification.ItemImport;
import guidang.server.rectification.Items;
import guidang.server.register.SheetStep.Place;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Puts a sheet beside the registers of now, from the journal alone.
@Component
class SheetPlans {
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");
    private static final int AT_ONCE = 16;

    private final SheetPlaces places;
    private final ItemRows rows;
    private final Items items;
    private final ItemImport writing;
    private final Campaigns campaigns;
    private final RegisterSettings settings;
    private final Due days;
    private final InstantSource clock;

    SheetPlans(SheetPlaces places, ItemRows rows, Items items, ItemImport writing, Campaigns campaigns,
            RegisterSettings settings, Due days, InstantSource clock) {
        this.places = places;
        this.rows = rows;
        this.items = items;
        this.writing = writing;
        this.campaigns = campaigns;
        this.settings = settings;
        this.days = days;
        this.clock = clock;
    }

    /// A sheet that was read, where its rows belong, and what it would do.
    record Planned(SheetReading reading, List<ImportPlan.Placed> rows, ImportPlan plan) {}

    /// Writes nothing.
    ///
    /// @param own
    ///            the place of rows that name none
    Mono<Planned> plan(Caller caller, Place own, byte[] sheet) {
        return Mono.fromCallable(() -> SheetReading.read(sheet, settings.rows(), year(own),
                clock.instant().atZone(days.timeZone()).toLocalDate()))
                .subscribeOn(Schedulers.boundedElastic()).flatMap(reading -> plan(caller, own, reading));
    }

    private Mono<Planned> plan(Caller caller, Place own, SheetReading reading) {
        return places.of(caller, own, reading).flatMap(found -> {
            Set<Place> all = found.rows().stream().map(ImportPlan.Placed::place).collect(Collectors.toSet());
            Set<Place> closing = all.stream().filter(place -> writing.mayClose(caller, place.organization()))
                    .collect(Collectors.toSet());
            return registers(all).map(registers -> new Planned(reading, found.rows(),
                    ImportPlan.of(reading, found.rows(), found.faults(), registers, closing)));
        });
    }

    private Mono<Map<Place, List<Present>>> registers(Set<Place> all) {
        return Flux.fromIterable(all).concatMap(place -> register(place).map(present -> Map.entry(place, present)))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private Mono<List<Present>> register(Place place) {
        return items.register(place.campaign(), place.organization()).flatMapIterable(register -> register.items())
                .flatMapSequential(id -> items.find(place.organization(), id).flatMap(rows::present), AT_ONCE, AT_ONCE)
                .collectList();
    }

    /// Of days that name none: the year that the campaign's code or first period
    /// names, else the one in which it opened.
    private int year(Place own) {
        Optional<CampaignState> campaign = campaigns.find(own.campaign());
        String words = campaign.map(found -> found.code() + " "
                + found.documents().stream().map(document -> document.period().value()).collect(Collectors.joining(" ")))
                .orElse("");
        Matcher year = YEAR.matcher(words);
        return year.find()
                ? Integer.parseInt(year.group())
                : campaign.flatMap(found -> Optional.ofNullable(found.openedAt())).orElseGet(clock::instant)
                        .atZone(days.timeZone()).getYear();
    }
}
