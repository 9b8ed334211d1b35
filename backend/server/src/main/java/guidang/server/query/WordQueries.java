package guidang.server.query;

import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.TextQueryType;
import guidang.server.index.FileNames;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Words as queries. Chinese is written without spaces: a word of two
/// characters and more is a phrase of character pairs (field `text`: few long
/// lists of documents, exact), and whatever holds a character that stands alone
/// is a phrase of characters (field `text.uni`), because pairs do not know it.
final class WordQueries {
    static final WordQueries OF_REPORTS = new WordQueries(null, "title", "text");
    static final WordQueries OF_ITEMS = new WordQueries("evidenceNames", "problem", "manifestation", "goal", "measures", "unit",
            "source", "remarks", "progress");
    private static final String MOST = "75%";

    private final @Nullable String names;
    private final List<String> pairs;
    private final List<String> singles;

    /// @param names
    ///            the field of names of files ([FileNames]); none: there is none
    /// @param first
    ///            the field that weighs three times as much as the others
    private WordQueries(@Nullable String names, String first, String... others) {
        this.names = names;
        pairs = Stream.concat(Stream.of(first + "^3"), Stream.of(others)).toList();
        singles = Stream.concat(Stream.of(first + ".uni^3"), Stream.of(others).map(field -> field + ".uni")).toList();
    }

    Query all(List<Word> words) {
        return words.isEmpty()
                ? Query.of(q -> q.matchAll(m -> m))
                : Query.of(q -> q.bool(b -> b.must(words.stream().map(this::anywhere).toList())));
    }

    private Query anywhere(Word word) {
        String field = names;
        if (field == null) {
            return one(word);
        }
        Query named = Query.of(q -> q.matchPhrase(m -> m.field(standsAlone(word.text()) ? field + ".uni" : field)
                .query(FileNames.divided(word.text()))));
        return Filters.any(List.of(one(word), named));
    }

    private Query one(Word word) {
        if (isLoose(word)) {
            return Query.of(q -> q.multiMatch(m -> m.query(word.text()).fields(pairs).type(TextQueryType.BestFields)
                    .operator(Operator.Or).minimumShouldMatch(MOST)));
        }
        List<String> fields = standsAlone(word.text()) ? singles : pairs;
        return Query.of(q -> q.multiMatch(m -> m.query(word.text()).fields(fields).type(TextQueryType.Phrase)));
    }

    /// What is marked in a field of single characters. A word that was taken apart
    /// is marked pair by pair; marks that touch are joined afterwards.
    static Query marks(List<Word> words, String field) {
        List<Query> phrases = words.stream().flatMap(WordQueries::phrases)
                .map(phrase -> Query.of(q -> q.matchPhrase(m -> m.field(field).query(phrase)))).toList();
        return Query.of(q -> q.bool(b -> b.should(phrases)));
    }

    private static Stream<String> phrases(Word word) {
        if (!isLoose(word)) {
            return Stream.of(word.text());
        }
        int[] points = word.text().codePoints().toArray();
        return IntStream.range(0, points.length - 1).filter(i -> isHan(points[i]) && isHan(points[i + 1]))
                .mapToObj(i -> new String(points, i, 2)).distinct();
    }

    private static boolean isLoose(Word word) {
        int[] points = word.text().codePoints().toArray();
        return !word.quoted() && points.length > Word.EXACT && IntStream.of(points).allMatch(WordQueries::isHan);
    }

    /// Whether a run of exactly one Chinese character is in the text.
    private static boolean standsAlone(String text) {
        int run = 0;
        for (int point : text.codePoints().toArray()) {
            boolean han = isHan(point);
            if (!han && run == 1) {
                return true;
            }
            run = han ? run + 1 : 0;
        }
        return run == 1;
    }

    private static boolean isHan(int point) {
        return Character.isIdeographic(point);
    }
}
