package guidang.server.notices;

import guidang.server.web.Texts;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a mail says. In Chinese: nobody knows who reads it.
final class MailWords {
    private static final Locale LANGUAGE = Locale.SIMPLIFIED_CHINESE;

    private final Texts texts;

    MailWords(Texts texts) {
        this.texts = texts;
    }

    String subject(Outgoing message) {
        return text(message, "subject");
    }

    String text(Outgoing message) {
        return text(message, "text");
    }

    private String text(Outgoing message, String part) {
        ItemReminder items = message.rectifications();
        if (items != null) {
            return say("mail.rectifications." + items.kind().word() + "." + part, arguments(items));
        }
        return say("mail.reminder." + part, arguments(Objects.requireNonNull(message.reminder())));
    }

    private Map<String, Object> arguments(Reminder reminder) {
        Map<String, Object> all = both(reminder.organization(), reminder.from(), reminder.words());
        all.put("count", reminder.documents().size());
        all.put("documents", reminder.documents().stream().map(this::line).collect(Collectors.joining("\n")));
        return all;
    }

    private static Map<String, Object> both(Reminder.Party organization, Reminder.@Nullable Party from, @Nullable String words) {
        Map<String, Object> all = new HashMap<>();
        all.put("organization", organization.name());
        all.put("from", from == null ? "" : from.name());
        all.put("words", words == null ? "" : words);
        return all;
    }

    private String line(Reminder.Owed owed) {
        Map<String, Object> words = new HashMap<>();
        words.put("campaign", owed.campaignName());
        words.put("document", owed.documentName());
        words.put("period", owed.period());
        words.put("due", owed.due());
        return say(owed.overdue() ? "mail.reminder.overdue" : "mail.reminder.owed", words);
    }

    private Map<String, Object> arguments(ItemReminder reminder) {
        Map<String, Object> all = both(reminder.organization(), reminder.from(), reminder.words());
        all.put("count", reminder.count());
        String lines = reminder.items().stream().map(item -> line(reminder, item)).collect(Collectors.joining("\n"));
        all.put("items", reminder.count() > reminder.items().size() ? lines + "\n…" : lines);
        return all;
    }

    /// Which item, not what it is.
    private String line(ItemReminder reminder, ItemReminder.OwedItem item) {
        Map<String, Object> words = new HashMap<>();
        words.put("organization", item.organization().name());
        words.put("campaign", item.campaignName());
        words.put("number", item.number());
        words.put("due", item.due());
        String kind = reminder.kind() == ItemsTold.Kind.CLOSE_OUTS
                ? "waiting"
                : item.due() == null ? "undated" : item.overdue() ? "overdue" : "owed";
        return say("mail.rectifications." + kind, words);
    }

    private String say(String key, Map<String, Object> arguments) {
        return texts.text(key, arguments, LANGUAGE);
    }
}
