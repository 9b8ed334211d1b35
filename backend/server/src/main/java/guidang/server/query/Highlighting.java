package guidang.server.query;

import co.elastic.clients.elasticsearch.core.search.Highlight;
import co.elastic.clients.elasticsearch.core.search.HighlightField;
import co.elastic.clients.elasticsearch.core.search.HighlighterEncoder;
import co.elastic.clients.elasticsearch.core.search.HighlighterOrder;
import co.elastic.clients.elasticsearch.core.search.HighlighterType;
import co.elastic.clients.util.NamedValue;
import guidang.server.index.FileNames;
import java.util.List;

/// Marks what was looked for, in fields of single characters whose offsets are
/// indexed: nothing is analysed again. The text is HTML-escaped.
final class Highlighting {
    static final String TITLE = "title.uni";
    static final String TEXT = "text.uni";
    static final String PROBLEM = "problem.uni";
    static final String MEASURES = "measures.uni";
    static final String PROGRESS = "progress.uni";
    static final String EVIDENCE = "evidenceNames.uni";
    private static final int PASSAGES = 3;
    private static final int PASSAGE = 120;

    private Highlighting() {
    }

    /// A report's title as a whole, and the best passages of its text.
    static Highlight of(List<Word> words) {
        return marked(NamedValue.of(TITLE, whole(words, TITLE)),
                NamedValue.of(TEXT, HighlightField.of(f -> passages(f, words, TEXT, PASSAGES).noMatchSize(PASSAGE))));
    }

    /// An item's problem as a whole, and passages of the other fields.
    static Highlight ofItems(List<Word> words) {
        List<Word> named = words.stream().map(word -> new Word(FileNames.divided(word.text()), word.quoted())).toList();
        return marked(NamedValue.of(PROBLEM, whole(words, PROBLEM)), NamedValue.of(MEASURES, some(words, MEASURES)),
                NamedValue.of(PROGRESS, some(words, PROGRESS)), NamedValue.of(EVIDENCE, whole(named, EVIDENCE)));
    }

    private static HighlightField whole(List<Word> words, String field) {
        return HighlightField.of(f -> f.numberOfFragments(0).highlightQuery(WordQueries.marks(words, field)));
    }

    private static HighlightField some(List<Word> words, String field) {
        return HighlightField.of(f -> passages(f, words, field, PASSAGES - 1));
    }

    private static HighlightField.Builder passages(HighlightField.Builder builder, List<Word> words, String field, int most) {
        return builder.numberOfFragments(most).fragmentSize(PASSAGE).order(HighlighterOrder.Score)
                .boundaryScannerLocale("zh-CN").highlightQuery(WordQueries.marks(words, field));
    }

    @SafeVarargs
    private static Highlight marked(NamedValue<HighlightField>... fields) {
        return Highlight.of(h -> h.type(HighlighterType.Unified).encoder(HighlighterEncoder.Html).preTags("<em>")
                .postTags("</em>").fields(List.of(fields)));
    }

    /// Marks that touch are one.
    static String joined(String marked) {
        return marked.replace("</em><em>", "").strip();
    }
}
