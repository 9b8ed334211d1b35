package guidang.server.rectification;

import guidang.server.filing.Fields;
import guidang.server.filing.Reason;
import guidang.server.kernel.Code;
import guidang.server.kernel.OperationId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The bodies of the requests about items. What they hold is checked by
/// `checked` and alike, which throw `INVALID_FIELD` with the member's name.
final class ItemForms {
    private static final int PERSON = 60;
    private static final int FILES = 20;

    private ItemForms() {
    }

    /// What an item is, in words.
    ///
    /// @param problem
    ///            1–2,000 characters
    /// @param aspect
    ///            at most 60 characters
    /// @param source
    ///            at most 4,000 characters, like `manifestation`, `goal`, `measures`
    ///            and `remarks`
    /// @param unit
    ///            at most 200 characters; it or the post is there
    /// @param post
    ///            at most 200 characters
    /// @param person
    ///            at most 60 characters; shown on the item and nowhere else
    record ItemWordsForm(@Nullable String problem, @Nullable String aspect, @Nullable String source,
            @Nullable String manifestation, @Nullable String goal, @Nullable String measures, @Nullable String unit,
            @Nullable String post, @Nullable String person, @Nullable String remarks) {
        ItemWords checked() {
            return ItemForms.checked(
                    new ItemWords(1, problem == null ? "" : problem, aspect, source, manifestation, goal, measures, unit, post,
                            person,
                            remarks, null, null));
        }
    }

    /// One item to be entered.
    ///
    /// @param problem
    ///            the problem's index in the report; absent where it is none of its
    record EntryForm(@Nullable Integer problem, @Nullable ItemType type, @Nullable LocalDate due,
            @Nullable ItemWordsForm words) {
        private NewItems.NewItem checked() {
            if (problem != null && problem < 0) {
                throw Fields.invalid("problem", "0 or more");
            }
            return new NewItems.NewItem(problem, present("type", type), due, present("words", words).checked());
        }
    }

    /// Items to be entered together.
    ///
    /// @param report
    ///            the version that they come from; absent: they are entered by hand
    /// @param items
    ///            1–100
    record EntriesForm(@Nullable String organization, @Nullable String campaign, @Nullable String report,
            @Nullable List<@Nullable EntryForm> items) {
        NewItems checked() {
            List<NewItems.NewItem> checked = new ArrayList<>();
            Set<Integer> problems = new HashSet<>();
            for (EntryForm item : some("items", items, NewItems.LIMIT)) {
                NewItems.NewItem one = item.checked();
                if (one.problem() != null && (report == null || !problems.add(one.problem()))) {
                    throw Fields.invalid("problem", "with a report, each once");
                }
                checked.add(one);
            }
            return new NewItems(Code.of(Fields.present("organization", organization)),
                    Code.of(Fields.present("campaign", campaign)), report == null ? null : Fields.operation("report", report),
                    checked);
        }
    }

    /// An upload that shows what was done.
    ///
    /// @param on
    ///            its date of effect
    record EvidenceForm(@Nullable String upload, @Nullable LocalDate on) {}

    /// What was done: words, files, or both.
    ///
    /// @param words
    ///            at most 4,000 characters
    /// @param on
    ///            the day on which it was done
    /// @param evidence
    ///            at most 20
    record ProgressForm(@Nullable String words, @Nullable LocalDate on, @Nullable List<@Nullable EvidenceForm> evidence) {
        Progressing.Done checked() {
            List<Progressing.File> files = new ArrayList<>();
            Set<String> uploads = new HashSet<>();
            for (EvidenceForm file : evidence == null || evidence.isEmpty()
                    ? List.<EvidenceForm>of()
                    : some("evidence", evidence, FILES)) {
                String upload = Fields.present("evidence", file.upload());
                if (!uploads.add(upload)) {
                    throw Fields.invalid("evidence", "upload twice");
                }
                files.add(new Progressing.File(upload, file.on()));
            }
            String said = optional("words", words);
            if (said == null && files.isEmpty()) {
                throw Fields.invalid("words", "words or evidence");
            }
            return new Progressing.Done(said, on, files);
        }
    }

    /// A remark.
    ///
    /// @param words
    ///            1–4,000 characters
    record CommentForm(@Nullable String words) {
        Reason checked() {
            return said(Fields.lines("words", words, Problems.WORDS));
        }
    }

    /// Other words for what the item is.
    ///
    /// @param replaces
    ///            `wordsPosition` of the item that the caller saw
    record EditForm(@Nullable Integer replaces, @Nullable ItemWordsForm words) {
        int position() {
            return present("replaces", replaces);
        }

        ItemWords checked() {
            return present("words", words).checked();
        }
    }

    /// Another type and due day.
    ///
    /// @param due
    ///            absent: there is none from here on
    /// @param reason
    ///            1–1,000 characters
    record ReclassifyForm(@Nullable ItemType type, @Nullable LocalDate due, @Nullable String reason) {
        ItemType kind() {
            return present("type", type);
        }
    }

    /// A request that the item be closed.
    ///
    /// @param completed
    ///            the day on which it was done
    /// @param words
    ///            at most 4,000 characters
    record CloseOutForm(@Nullable LocalDate completed, @Nullable String words) {
        @Nullable
        Reason checked() {
            String said = optional("words", words);
            return said == null ? null : said(said);
        }
    }

    /// What is decided about a request.
    ///
    /// @param request
    ///            its id
    /// @param reason
    ///            at most 1,000 characters; not absent where something is returned
    ///            or refused
    record RequestForm(@Nullable String request, @Nullable String reason) {
        OperationId id() {
            return Fields.operation("request", Fields.present("request", request));
        }

        @Nullable
        Reason optional() {
            return reason == null || reason.isBlank() ? null : Reason.of(reason);
        }
    }

    /// A request for another due day.
    ///
    /// @param reason
    ///            1–1,000 characters
    record MoreTimeForm(@Nullable LocalDate due, @Nullable String reason) {
        LocalDate day() {
            return present("due", due);
        }
    }

    /// Another due day is granted.
    ///
    /// @param due
    ///            absent: the day that was asked for
    /// @param reason
    ///            at most 1,000 characters
    record GrantForm(@Nullable String request, @Nullable LocalDate due, @Nullable String reason) {
        RequestForm decided() {
            return new RequestForm(request, reason);
        }
    }

    /// A follow-up review found it not mended.
    ///
    /// @param reason
    ///            1–1,000 characters
    /// @param due
    ///            absent: there is none from here on
    record ReopenForm(@Nullable String reason, @Nullable LocalDate due) {}

    /// Words of an item, each within its limit.
    static ItemWords checked(ItemWords given) {
        String unit = line("unit", given.unit(), Problems.UNIT);
        String post = line("post", given.post(), Problems.UNIT);
        if (unit == null && post == null) {
            throw Fields.invalid("unit", "unit or post");
        }
        return new ItemWords(1, Fields.lines("problem", given.problem(), Problems.PROBLEM),
                line("aspect", given.aspect(), Problems.ASPECT), optional("source", given.source()),
                optional("manifestation", given.manifestation()), optional("goal", given.goal()),
                optional("measures", given.measures()), unit, post, line("person", given.person(), PERSON),
                optional("remarks", given.remarks()), optional("evidence", given.evidence()), optional("review", given.review()));
    }

    static Reason said(String words) {
        return new Reason(1, words, null);
    }

    private static @Nullable String line(String field, @Nullable String value, int limit) {
        return value == null || value.isBlank() ? null : Fields.line(field, value, limit);
    }

    static @Nullable String optional(String field, @Nullable String value) {
        return value == null || value.isBlank() ? null : Fields.lines(field, value, Problems.WORDS);
    }

    static <T> T present(String field, @Nullable T value) {
        if (value == null) {
            throw Fields.invalid(field, "not empty");
        }
        return value;
    }

    static <T> List<T> some(String field, @Nullable List<@Nullable T> given, int limit) {
        if (given == null || given.isEmpty() || given.size() > limit) {
            throw Fields.invalid(field, "1-" + limit);
        }
        List<T> all = new ArrayList<>();
        for (@Nullable
        T one : given) {
            all.add(present(field, one));
        }
        return all;
    }
}
