package guidang.server.filing;

import guidang.server.kernel.OperationId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// The files of reports.
@Component
class ReportOriginals implements Originals {
    private final Reports reports;
    private final ReportBlobs words;

    ReportOriginals(Reports reports, ReportBlobs words) {
        this.reports = reports;
        this.words = words;
    }

    @Override
    public Mono<Original> find(String owner, int n) {
        return Mono.just(owner).filter(OperationId::isOne).flatMap(reports::open).map(Version::filed)
                .flatMap(filed -> words.details(filed).map(details -> original(filed, details, n)));
    }

    private static Original original(ReportRecord.Filed filed, ReportDetails details, int n) {
        ReportRecord.FiledFile file = filed.files().get(n);
        return new Original(filed.blobs(), file.blob(), file.mediaType(), details.fileNames().get(n));
    }
}
