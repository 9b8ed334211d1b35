package guidang.server.notices;

import guidang.server.access.OrganizationNames;
import guidang.server.filing.Obligation;
import guidang.server.filing.OwedDocuments;
import guidang.server.kernel.Code;
import guidang.server.notices.NoticeBook.Named;
import guidang.server.notices.Notices.NoticeView;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/// Reminders in words, and whether they still matter. Asks nobody's leave.
final class NoticeReading {
    private final NoticeBook book;
    private final OwedDocuments owed;
    private final OrganizationNames names;
    private final ItemNotices items;

    NoticeReading(NoticeBook book, OwedDocuments owed, OrganizationNames names, ItemNotices items) {
        this.book = book;
        this.owed = owed;
        this.names = names;
        this.items = items;
    }

    /// @param kinds
    ///            of notices of rectification items that the caller sees
    Mono<Notices> of(Code organization, Set<ItemsTold.Kind> kinds) {
        return book.list(organization).collectList()
                .flatMap(all -> Mono.zip(documents(organization, all), items.of(all, kinds), Notices::new));
    }

    private Mono<List<NoticeView>> documents(Code organization, List<Named> every) {
        List<Named> all = every.stream().filter(each -> each.notice().slot() != null).toList();
        if (all.isEmpty()) {
            return Mono.just(List.of());
        }
        Set<Code> campaigns = all.stream().flatMap(each -> Optional.ofNullable(each.notice().slot()).stream())
                .map(SlotKey::campaign).collect(Collectors.toSet());
        Set<Code> from = all.stream().flatMap(each -> Optional.ofNullable(each.notice().from()).stream())
                .collect(Collectors.toSet());
        return Mono.zip(owed.of(organization, campaigns).collectList(), names.names(from), (obligations, named) -> all.stream()
                .map(each -> view(each, obligations, named)).sorted(newestFirst()).toList());
    }

    private static Comparator<NoticeView> newestFirst() {
        return Comparator.comparing(NoticeView::at).reversed().thenComparing(NoticeView::id);
    }

    private static NoticeView view(Named each, List<Obligation> obligations, Map<Code, String> named) {
        SlotKey slot = Objects.requireNonNull(each.notice().slot());
        Code from = Objects.requireNonNull(each.notice().from());
        Optional<Obligation> found = obligations.stream().filter(slot::is).findFirst();
        return new NoticeView(each.name(), slot.campaign().value(),
                found.map(Obligation::campaignName).orElse(slot.campaign().value()), slot.documentType().value(),
                found.map(Obligation::documentName).orElse(slot.documentType().value()), slot.period().value(), from.value(),
                named.getOrDefault(from, from.value()), Objects.requireNonNull(each.notice().at()), each.notice().words(),
                found.filter(Reminding::isAwaited).isPresent());
    }
}
