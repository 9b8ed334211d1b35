package guidang.server.query;

import guidang.server.access.OrganizationPaths;
import guidang.server.access.Scope;
import guidang.server.campaigns.Due;
import guidang.server.campaigns.RunningCampaigns;
import guidang.server.index.IndexFixture;
import guidang.server.index.ScopedSearch;
import guidang.server.index.TestElasticsearch;
import guidang.server.journal.Journal;
import guidang.server.objects.Blobs;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

/// The room, wired by hand above an index.
public final class QueryFixture implements AutoCloseable {
    public final ReportIndex reports;
    final IndexFixture beneath;
    final FigureIndex figures;
    final ObligationIndex obligations;
    final CurveIndex curves;
    final AspectIndex aspects;
    final ItemIndex items;
    final ItemFigureIndex itemFigures;
    final ItemAspectIndex itemAspects;
    final RecurringIndex recurring;

    private QueryFixture(IndexFixture index) {
        beneath = index;
        ScopedSearch search = index.search();
        Due due = new Due(ZoneId.of("Asia/Shanghai"));
        reports = new ReportIndex(search);
        figures = new FigureIndex(search);
        obligations = new ObligationIndex(search);
        curves = new CurveIndex(search, due);
        aspects = new AspectIndex(search);
        items = new ItemIndex(search, due);
        itemFigures = new ItemFigureIndex(search, due);
        itemAspects = new ItemAspectIndex(search, due);
        recurring = new RecurringIndex(search);
    }

    /// With an index of its own, on the node that all tests share.
    QueryFixture(String prefix, Journal journal, Blobs blobs, OrganizationPaths paths) {
        this(new IndexFixture(TestElasticsearch.uri(), prefix, "a", journal, blobs, paths));
    }

    QueryFixture(String prefix, Journal journal, Blobs blobs, OrganizationPaths paths, RunningCampaigns campaigns) {
        this(new IndexFixture(TestElasticsearch.uri(), prefix, "a", journal, blobs, paths, campaigns));
    }

    /// For tests of the index, that ask what is found in it.
    public static QueryFixture over(IndexFixture index) {
        return new QueryFixture(index);
    }

    /// Everything that the caller may see, for these words, at that position.
    public ReportAnswer find(Scope scope, long position, Word... words) {
        return Objects.requireNonNull(reports.search(scope, question(position, words)).block(Duration.ofSeconds(60)));
    }

    public static ReportQuestion question(long position, Word... words) {
        return new ReportQuestion(List.of(words), null, null, null, null, ReportQuestion.State.CURRENT, ReportQuestion.Sort.BEST,
                20,
                null, new OrganizationLevels(List.of("ROOT/"), List.of()), position);
    }

    @Override
    public void close() {
        beneath.close();
    }
}
