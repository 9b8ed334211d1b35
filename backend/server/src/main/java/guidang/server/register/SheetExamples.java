package guidang.server.register;

import guidang.server.tables.Table;
import guidang.server.web.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/// A sheet to be filled in. Its examples are marked as such in the column of
/// the numbers, and the import leaves them out.
@Component
final class SheetExamples {
    private static final List<String> KINDS = List.of("immediate", "by-deadline", "ongoing");

    private final SheetWords words;
    private final Texts texts;

    SheetExamples(SheetWords words, Texts texts) {
        this.words = words;
        this.texts = texts;
    }

    Table table(Locale locale) {
        return Table.list(words.name(locale), words.head(locale),
                Flux.fromIterable(KINDS).map(kind -> row(kind, locale)));
    }

    private List<@Nullable Object> row(String kind, Locale locale) {
        Stream<String> cells = Arrays.stream(SheetColumn.values()).map(column -> switch (column) {
            case NUMBER -> texts.text("sheet.example.number", Map.of(), locale);
            case TYPE -> words.cell(column, kind, locale);
            case PROBLEM, ASPECT, MEASURES, UNIT, POST, DUE, PROGRESS -> example(column, kind, locale);
            default -> "";
        });
        return new ArrayList<>(cells.toList());
    }

    private String example(SheetColumn column, String kind, Locale locale) {
        return texts.text("sheet.example." + kind + "." + column.text(), Map.of(), locale);
    }
}
