package guidang.local.elasticsearch;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.core.LowerCaseFilter;
import org.apache.lucene.analysis.miscellaneous.TrimFilter;
import org.elasticsearch.index.analysis.NormalizingTokenFilterFactory;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.index.analysis.TokenizerFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.elasticsearch.plugins.AnalysisPlugin;
import org.elasticsearch.plugins.Plugin;

/// The few names of the stock module `analysis-common` that the application
/// uses, with the same meaning, over the same Lucene classes. Everything else
/// that a stock cluster offers (scripts, other analyzers) is missing here on
/// purpose: what works here works there.
public final class ChineseAnalysis extends Plugin implements AnalysisPlugin {
    @Override
    public Map<String, AnalysisProvider<TokenFilterFactory>> getTokenFilters() {
        Map<String, AnalysisProvider<TokenFilterFactory>> filters = new TreeMap<>();
        filters.put("lowercase", normalizing(LowerCaseFilter::new));
        filters.put("cjk_width", normalizing(CJKWidthFilter::new));
        filters.put("trim", normalizing(TrimFilter::new));
        filters.put("cjk_bigram", plain(CJKBigramFilter::new));
        return filters;
    }

    @Override
    public Map<String, AnalysisProvider<TokenizerFactory>> getTokenizers() {
        return Map.of("keyword", (index, environment, name, settings) -> TokenizerFactory.newFactory(name,
                () -> new KeywordTokenizer(settings.getAsInt("buffer_size", 256))));
    }

    private static AnalysisProvider<TokenFilterFactory> plain(UnaryOperator<TokenStream> filter) {
        return (index, environment, name, settings) -> new Plain(name, filter);
    }

    /// May also be used in a `keyword` normalizer.
    private static AnalysisProvider<TokenFilterFactory> normalizing(UnaryOperator<TokenStream> filter) {
        return (index, environment, name, settings) -> new Normalizing(name, filter);
    }

    private record Plain(String name, UnaryOperator<TokenStream> filter) implements TokenFilterFactory {
        @Override
        public TokenStream create(TokenStream input) {
            return filter.apply(input);
        }
    }

    private record Normalizing(String name,
            UnaryOperator<TokenStream> filter) implements NormalizingTokenFilterFactory {
        @Override
        public TokenStream create(TokenStream input) {
            return filter.apply(input);
        }
    }
}
