package guidang.server.organizations;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.server.kernel.Code;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LineageTest {
    private static List<Code> codes(String... codes) {
        return Stream.of(codes).map(Code::new).toList();
    }

    private static List<Code> accountable(Map<String, OrganizationStatus> gone, String... lineage) {
        return Lineage.accountable(codes(lineage), code -> gone.getOrDefault(code.value(), OrganizationStatus.OPEN));
    }

    @Test
    void whoeverIsAtWorkAnswersForItself() {
        assertThat(accountable(Map.of(), "ROOT", "C1", "B1")).isEqualTo(codes("ROOT", "C1", "B1"));
    }

    @Test
    void aSuccessorAnswersForWhatWentIntoIt() {
        assertThat(accountable(Map.of("M", OrganizationStatus.MERGED), "ROOT", "C1", "S", "M"))
                .isEqualTo(codes("ROOT", "C1", "S"));
        assertThat(accountable(Map.of("M", OrganizationStatus.MERGED, "N", OrganizationStatus.MERGED), "ROOT", "S", "M", "N"))
                .isEqualTo(codes("ROOT", "S"));
    }

    @Test
    void aDissolvedOneIsJudgedByWhoeverIsAtWorkAbove() {
        assertThat(accountable(Map.of("B1", OrganizationStatus.CLOSED), "ROOT", "C1", "B1")).isEqualTo(codes("ROOT", "C1", "B1"));
        assertThat(accountable(Map.of("C1", OrganizationStatus.CLOSED, "B1", OrganizationStatus.CLOSED), "ROOT", "C1", "B1"))
                .isEqualTo(codes("ROOT", "B1"));
        assertThat(accountable(Map.of("M", OrganizationStatus.MERGED, "B1", OrganizationStatus.CLOSED), "ROOT", "S", "M", "B1"))
                .isEqualTo(codes("ROOT", "S", "B1"));
    }
}
