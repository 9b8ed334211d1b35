package guidang.server.register;

import guidang.server.access.Caller;
import guidang.server.access.OrganizationNames;
import guidang.server.campaigns.CampaignNames;
import guidang.server.campaigns.Campaigns;
import guidang.server.campaigns.Due;
import guidang.server.kernel.Code;
import guidang.server.kernel.OperationId;
import guidang.server.query.ItemAnswer.Found;
import guidang.server.query.ItemIndex;
import guidang.server.query.ItemQuestion;
import guidang.server.query.ItemQuestion.Sort;
import guidang.server.rectification.Item;
import guidang.server.rectification.Items;
import guidang.server.tables.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The register as a sheet that can be handed in again. Which items are in it
/// the index says; what they are the journal and the blobs, each item as it is
/// written, so that no register lies in memory.
@Component
final class SheetExport {
    private static final int AT_ONCE = 16;
    private static final int NAMED_AT_ONCE = 100;

    private final ItemIndex index;
    private final RegisterQuestions questions;
    private final Items items;
    private final ItemRows rows;
    private final SheetWords words;
    private final OrganizationNames organizations;
    private final Campaigns campaigns;
    private final Due days;

    SheetExport(ItemIndex index, RegisterQuestions questions, Items items, ItemRows rows, SheetWords words,
            OrganizationNames organizations, Campaigns campaigns, Due days) {
        this.index = index;
        this.questions = questions;
        this.items = items;
        this.rows = rows;
        this.words = words;
        this.organizations = organizations;
        this.campaigns = campaigns;
        this.days = days;
    }

    /// An item that is to be written.
    record Listing(Code organization, Code campaign, OperationId item) {}

    private record Listed(Listing what, Present present) {}

    /// All items that are asked for, whatever their number. Errors: those of
    /// the question.
    Mono<Table> table(Caller caller, RegisterAsked asked, Locale locale) {
        ItemQuestion question = questions.of(caller, asked, Sort.NUMBER, 1, null);
        return index.asOf(question).map(asOf -> {
            Flux<Listing> all = index.all(questions.scope(caller), question, asOf).map(SheetExport::listing);
            String name = words.name(locale) + "-" + asOf.time().atZone(days.timeZone()).toLocalDate();
            return Table.list(name, words.head(locale), rows(all, asked.asOf() == null ? null : asOf.time(), locale));
        });
    }

    private static Listing listing(Found found) {
        return new Listing(new Code(found.organization()), new Code(found.campaign()), new OperationId(found.item()));
    }

    /// In the order of the items.
    ///
    /// @param then
    ///            null where they are wanted as they are now
    Flux<List<@Nullable Object>> rows(Flux<Listing> all, @Nullable Instant then, Locale locale) {
        return all.flatMapSequential(what -> listed(what, then), AT_ONCE, AT_ONCE).buffer(NAMED_AT_ONCE)
                .concatMap(some -> lines(some, locale), 1);
    }

    private Mono<Listed> listed(Listing what, @Nullable Instant then) {
        return items.find(what.organization, what.item)
                .flatMap(item -> then == null ? Mono.just(item) : Mono.justOrEmpty(before(item, then))).flatMap(rows::present)
                .map(present -> new Listed(what, present));
    }

    private static Optional<Item> before(Item item, Instant then) {
        return Item.of(item.steps().stream().map(Item.Step::record).filter(record -> !record.committedAt().isAfter(then))
                .toList());
    }

    private Flux<List<@Nullable Object>> lines(List<Listed> some, Locale locale) {
        return Mono.zip(organizations.names(some.stream().map(one -> one.what.organization).distinct().toList()),
                Flux.fromStream(some.stream().map(one -> one.what.campaign).distinct()).concatMap(campaigns::names)
                        .collectMap(CampaignNames::campaign, CampaignNames::name))
                .flatMapIterable(named -> some.stream().map(one -> line(one, named.getT1(), named.getT2(), locale)).toList());
    }

    private List<@Nullable Object> line(Listed one, Map<Code, String> places, Map<Code, String> called, Locale locale) {
        List<@Nullable Object> cells = new ArrayList<>();
        for (SheetColumn column : SheetColumn.values()) {
            cells.add(switch (column) {
                case NUMBER -> one.present.row().number();
                case ORGANIZATION -> one.what.organization.value();
                case ORGANIZATION_NAME -> places.getOrDefault(one.what.organization, "");
                case CAMPAIGN -> words.campaign(one.what.campaign, called.getOrDefault(one.what.campaign, ""));
                default -> words.cell(column, one.present.row().cell(column), locale);
            });
        }
        return cells;
    }
}
