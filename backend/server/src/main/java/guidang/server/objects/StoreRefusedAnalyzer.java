package guidang.server.objects;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Says at a failed start what the store lacks, instead of a stack trace.
class StoreRefusedAnalyzer extends AbstractFailureAnalyzer<StoreRefused> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, StoreRefused cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()),
                "Nothing was started and nothing is lost. Point guidang.objects.* at a store that keeps this property,"
                        + " or mend the one it names, and start again.",
                cause);
    }
}
