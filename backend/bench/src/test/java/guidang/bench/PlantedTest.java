package guidang.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What the bench measures over 20,000 reports holds over fewer.
class PlantedTest {
    private static final int REPORTS = 1_200;
    private static final int COPIES = 160;
    private static final double RECALL = 0.95;

    @Test
    void copiesAreFoundAndNothingElse() {
        PlantedClusters clusters = new PlantedClusters(new Planted(REPORTS, COPIES));
        assertThat(clusters.recall()).allSatisfy((how, recall) -> assertThat(recall).isGreaterThanOrEqualTo(RECALL));
        assertThat(clusters.wrong()).isLessThanOrEqualTo(clusters.count() / 100);
    }
}
