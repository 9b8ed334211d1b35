package guidang.server.index;

import co.elastic.clients.elasticsearch.core.search.Highlight;
import co.elastic.clients.elasticsearch.core.search.HighlightField;
import co.elastic.clients.elasticsearch.core.search.HighlighterEncoder;
import co.elastic.clients.elasticsearch.core.search.HighlighterOrder;
import co.elastic.clients.elasticsearch.core.search.HighlighterType;
import co.elastic.clients.util.NamedValue;
import java.util.List;

/// Marks what was looked for, in fields of single characters whose offsets are
/// stored: nothing is analysed again. The text is HTML-escaped.
final class Highlighting {
    static final String TITLE = "title.uni";
    static final String TEXT = "text.uni";
    private static final int PASSAGES = 3;
    private static final int PASSAGE = 120;

    private Highlighting() {
    }

    static Highlight of(List<Word> words) {
        HighlightField title = HighlightField.of(f -> f.numberOfFragments(0).highlightQuery(WordQueries.marks(words, TITLE)));
        HighlightField text = HighlightField.of(f -> f.numberOfFragments(PASSAGES).fragmentSize(PASSAGE).noMatchSize(PASSAGE)
                .order(HighlighterOrder.Score).boundaryScannerLocale("zh-CN").highlightQuery(WordQueries.marks(words, TEXT)));
        return Highlight
                .of(h -> h.type(HighlighterType.Unified).encoder(HighlighterEncoder.Html).preTags("<em>").postTags("</em>")
                        .fields(NamedValue.of(TITLE, title), NamedValue.of(TEXT, text)));
    }

    /// Marks that touch are one.
    static String joined(String marked) {
        return marked.replace("</em><em>", "").strip();
    }
}
