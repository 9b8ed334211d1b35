package guidang.server.index;

import guidang.server.index.ItemFacts.Said;
import guidang.server.rectification.Item;
import guidang.server.rectification.ItemRecord;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A span of an item, before its words are read.
///
/// @param words
///            that say what it is; absent where they are for nobody
/// @param progress
///            what was said of what was done; empty of what is so no more
record MadeItem(String id, ItemDocument document, @Nullable Said words, List<Said> progress) {
    MadeItem {
        progress = List.copyOf(progress);
    }

    /// All spans of an item.
    ///
    /// @param stays
    ///            of its organisation, as far as the view; empty: it lies nowhere
    /// @param readable
    ///            whether its words are for anybody
    static List<MadeItem> all(Item item, List<Stay> stays, ZoneId zone, boolean readable) {
        List<Stay> known = stays.isEmpty()
                ? List.of(new Stay(0, item.steps().getFirst().record().committedAt(), "", "unknown", 0))
                : stays;
        Where now = Where.at(known.getLast().path(), known.getLast().level());
        List<Said> progress = item.steps().stream().filter(step -> step.fact() instanceof ItemRecord.Progressed)
                .map(step -> new Said(step.record().operation(), Objects.requireNonNull(step.fact().details()))).toList();
        return new ItemSpans(ItemFold.of(item, zone), known).all().stream()
                .map(span -> of(item, span, now, readable, span.to() == null && readable ? progress : List.of())).toList();
    }

    private static MadeItem of(Item item, ItemSpans.Span span, Where now, boolean readable, List<Said> progress) {
        ItemRecord.Opened opened = item.opened();
        ItemSpans.Held held = span.held();
        ItemRecord.Source source = opened.source();
        ItemDocument made = new ItemDocument(opened.campaign().value(), opened.organization().value(), held.organizationType(),
                opened.item().value(), opened.number(), source == null ? null : source.report().value(), now, held.then(),
                span.from(), span.to(), held.facts(), Boolean.TRUE.equals(opened.imported()), null, null, "")
                .hashed(progress.stream().map(said -> said.details().sha256()).toList(), readable);
        return new MadeItem(ItemDocument.id(made.organization(), made.item(), span.number()), made,
                readable ? held.facts().words() : null, progress);
    }
}
