package guidang.server.notices;

import com.fasterxml.jackson.annotation.JsonProperty;
import guidang.server.kernel.Code;
import guidang.server.kernel.Digests;
import guidang.server.kernel.OperationId;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rectification items that a notice is about. No word of them.
///
/// @param count
///            how many there were
/// @param items
///            the first of them, [#SHOWN] at most
record ItemsTold(Kind kind, long count, List<ItemKey> items) {
    /// The most that a notice names.
    static final int SHOWN = 20;

    ItemsTold {
        items = List.copyOf(items);
    }

    /// Why it was sent.
    enum Kind {
        /// 催办: an officer reminds of one item.
        @JsonProperty("reminder")
        REMINDER("reminder"),
        /// Items are due soon, or overdue: for those who rectify.
        @JsonProperty("due")
        DUE("due"),
        /// Close-outs wait, one of them since the day before: for those who decide.
        @JsonProperty("close-outs")
        CLOSE_OUTS("close-outs");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /// An item, as it was then.
    ///
    /// @param number
    ///            in its register
    /// @param due
    ///            the last day; absent where there is none
    record ItemKey(Code organization, OperationId item, int number, Code campaign, @Nullable LocalDate due) {}

    /// 16 characters that stand in a key for what it is about: of reminders of the
    /// same item, and of what a day says of an organisation's items, there are so
    /// many a day.
    ///
    /// @param of
    ///            whose items they are; of close-outs who decides
    String digest(Code of) {
        String written = kind == Kind.REMINDER
                ? "rectifications/" + of + "/" + items.getFirst().item()
                : "digests/" + kind.word + "/" + of;
        return OperationId.base32(Digests.sha256(written.getBytes(StandardCharsets.UTF_8)), 16);
    }
}
