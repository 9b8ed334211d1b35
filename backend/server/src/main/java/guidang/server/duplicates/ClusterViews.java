package guidang.server.duplicates;

import guidang.server.access.Caller;
import guidang.server.duplicates.ClusterPage.Cluster;
import guidang.server.duplicates.ClusterPage.ClusterReport;
import guidang.server.filing.ReportRecord.Filed;
import guidang.server.filing.ReportTexts;
import guidang.server.kernel.Problem;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Clusters with the names of their reports, as the caller may read them now.
@Component
final class ClusterViews {
    private static final int CLUSTERS = 50;
    private static final int REPORTS = 50;
    private static final int AT_ONCE = 8;

    private final ReportTexts texts;

    ClusterViews(ReportTexts texts) {
        this.texts = texts;
    }

    /// @param after
    ///            clusters that are skipped
    Mono<ClusterPage> page(Caller caller, CampaignClusters.Found found, int after) {
        int total = found.clusters().size();
        int end = Math.min(total, after + CLUSTERS);
        return Flux.fromIterable(found.clusters().subList(Math.min(after, end), end))
                .flatMapSequential(ids -> cluster(caller, ids), 4).filter(cluster -> cluster.reports().size() > 1).collectList()
                .map(clusters -> new ClusterPage(true, clusters, total, end < total ? end : null, found.compared(),
                        found.complete(), found.asOf()));
    }

    private Mono<Cluster> cluster(Caller caller, List<String> ids) {
        return Flux.fromIterable(ids).take(REPORTS).flatMapSequential(id -> report(caller, id), AT_ONCE).collectList()
                .map(reports -> new Cluster(reports, Math.max(0, ids.size() - REPORTS)));
    }

    private Mono<ClusterReport> report(Caller caller, String id) {
        return texts.filed(caller, id).flatMap(filed -> texts.called(filed).map(called -> report(filed, called)))
                .onErrorComplete(Problem.class);
    }

    private static ClusterReport report(Filed filed, ReportTexts.Called called) {
        return new ClusterReport(filed.report().value(), called.title(), filed.organization().value(), called.organization(),
                filed.documentType().value(), called.document(), filed.period().value(), filed.receivedAt());
    }
}
