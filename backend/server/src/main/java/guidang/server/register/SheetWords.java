package guidang.server.register;

import guidang.server.kernel.Code;
import guidang.server.web.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/// A sheet's headings and words in a language. Whatever is written here, the
/// import reads.
@Component
final class SheetWords {
    private final Texts texts;

    SheetWords(Texts texts) {
        this.texts = texts;
    }

    /// What a register is called.
    String name(Locale locale) {
        return texts.text("sheet.name", Map.of(), locale);
    }

    /// A campaign's name with its code behind it.
    String campaign(Code campaign, String name) {
        return name.isEmpty() || name.equals(campaign.value()) ? campaign.value() : name + " (" + campaign + ")";
    }

    List<String> head(Locale locale) {
        return Arrays.stream(SheetColumn.values()).map(column -> heading(column, locale)).toList();
    }

    String heading(SheetColumn column, Locale locale) {
        return texts.text("sheet.column." + column.text(), Map.of(), locale);
    }

    /// The row's cell as it is written.
    String cell(SheetColumn column, String cell, Locale locale) {
        return switch (column) {
            case TYPE -> cell.isEmpty() ? "" : texts.text("sheet.type." + cell, Map.of(), locale);
            case CLOSED -> texts.text("sheet.closed." + (cell.isEmpty() ? "no" : cell), Map.of(), locale);
            default -> cell;
        };
    }

    String fault(SheetFault fault, Locale locale) {
        return texts.text("sheet.fault." + fault.kind(), fault.values(), locale);
    }

    /// As problems of a request are told: what happened, and what to do.
    String refusal(SheetHead.Refused refused, Locale locale) {
        String key = "problem." + refused.code() + ".";
        return texts.text(key + "detail", refused.arguments(), locale) + " "
                + texts.text(key + "action", refused.arguments(), locale);
    }
}
