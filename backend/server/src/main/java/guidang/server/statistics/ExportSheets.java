package guidang.server.statistics;

import guidang.server.campaigns.Due;
import guidang.server.query.AsOf;
import guidang.server.tables.Table;
import guidang.server.web.Texts;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/// What tables that leave the house have in common: words instead of codes, and
/// a stamp.
@Component
final class ExportSheets {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private final Texts texts;
    private final Due days;

    ExportSheets(Texts texts, Due days) {
        this.texts = texts;
        this.days = days;
    }

    /// Which table, and what that one takes.
    record Wanted(String table, String by, String show, @Nullable Integer aspect, String sort) {}

    /// What was asked, and in which language it is answered.
    record Sheet(Asked asked, Wanted wanted, Locale locale) {}

    /// Cut at 100 %, not rounded: 999 of 1000 must not read as all.
    static String rate(long part, long whole) {
        if (whole == 0) {
            return "–";
        }
        long tenths = Math.round(1000.0 * part / whole);
        long shown = part < whole ? Math.min(tenths, 999) : tenths;
        return shown / 10 + "." + shown % 10 + "%";
    }

    @Nullable
    String moment(@Nullable Instant instant) {
        return instant == null ? null : MOMENT.format(instant.atZone(days.timeZone()));
    }

    List<String> head(Sheet sheet, Stream<Stream<String>> keys) {
        return keys.flatMap(some -> some).map(key -> word(sheet, key)).toList();
    }

    String word(Sheet sheet, String key) {
        return texts.text("export." + key, Map.of(), sheet.locale);
    }

    Table made(Sheet sheet, AsOf asOf, boolean excludesTransferred, List<String> head,
            Flux<List<@Nullable Object>> rows) {
        Map<String, String> stamp = new LinkedHashMap<>();
        stamp.put(word(sheet, "as-of"), MOMENT.format(asOf.time().atZone(days.timeZone())) + " " + days.timeZone());
        stamp.put(word(sheet, "position"), Long.toString(asOf.position()));
        stamp.put(word(sheet, "query"), query(sheet));
        if (excludesTransferred) {
            stamp.put(word(sheet, "note"), word(sheet, "excludes-transferred"));
        }
        String title = word(sheet, "table." + sheet.wanted.table());
        String name = title + "-" + asOf.time().atZone(days.timeZone()).toLocalDate();
        return new Table(name, title, stamp, head, rows);
    }

    /// As it would be asked again.
    private static String query(Sheet sheet) {
        Asked asked = sheet.asked;
        Wanted wanted = sheet.wanted;
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("table", wanted.table());
        all.put("campaign", asked.campaign());
        all.put("parent", asked.parent());
        all.put("alone", asked.alone());
        all.put("asOf", asked.asOf());
        all.put("tree", asked.tree());
        all.put("documentType", asked.documentType());
        all.put("period", asked.period());
        all.put("month", asked.month());
        all.put("type", asked.type());
        all.put("level", asked.level());
        all.put("against", asked.against());
        all.put("by", wanted.table().equals("groups") ? wanted.by() : null);
        all.put("show", wanted.table().equals("slots") ? wanted.show() : null);
        all.put("aspect", wanted.aspect());
        return all.entrySet().stream().filter(e -> e.getValue() != null && !e.getValue().toString().isBlank())
                .map(e -> e.getKey() + "=" + e.getValue()).reduce((a, b) -> a + " " + b).orElse("");
    }
}
