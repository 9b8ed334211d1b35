package guidang.server.organizations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import guidang.server.kernel.Code;
import guidang.server.organizations.ImportFault.Kind;
import guidang.server.organizations.RandomList.Line;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Properties of any list, from seeds.
class ImportPlanTest {
    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyTreeInAnyOrderIsTakenParentsFirst(long seed) {
        RandomList list = RandomList.of(seed, 400);
        ImportPlan plan = plan(list.bytes());
        assertThat(plan.faults()).isEmpty();
        assertThat(plan.accepted()).isEqualTo(list.lines().size());
        assertThat(plan.steps()).extracting(step -> step.code().value())
                .containsExactlyInAnyOrderElementsOf(list.lines().stream().map(Line::code).toList());
        assertThat(plan.steps()).extracting(step -> step.row().name())
                .containsExactlyInAnyOrderElementsOf(list.lines().stream().map(line -> line.name().strip()).toList());
        Set<Code> there = new HashSet<>(Set.of(new Code("ROOT")));
        plan.steps().forEach(step -> {
            assertThat(there).contains(Objects.requireNonNull(step.row().parent()));
            there.add(step.code());
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aPlantedFaultIsFoundInItsRowAndNowhereElse(long seed) {
        Random random = new Random(seed);
        List<Line> lines = new ArrayList<>(RandomList.of(seed, 60).lines());
        int at = random.nextInt(lines.size());
        Line line = lines.get(at);
        Kind planted = List
                .of(Kind.UNKNOWN_PARENT, Kind.BAD_TYPE, Kind.MISSING_VALUE, Kind.MALFORMED_CODE, Kind.EXISTING_CODE, Kind.CYCLE)
                .get(random.nextInt(6));
        lines.set(at, switch (planted) {
            case UNKNOWN_PARENT -> new Line(line.code(), line.name(), line.type(), "NOWHERE");
            case BAD_TYPE -> new Line(line.code(), line.name(), "部门", line.parent());
            case MISSING_VALUE -> new Line(line.code(), "  ", line.type(), line.parent());
            case MALFORMED_CODE -> new Line(line.code(), line.name(), line.type(), "no code");
            case EXISTING_CODE -> new Line("TAKEN", line.name(), line.type(), line.parent());
            default -> new Line(line.code(), line.name(), line.type(), line.code());
        });
        // Those below a row that lost its code go with it.
        lines.replaceAll(other -> planted == Kind.EXISTING_CODE && other.parent().equals(line.code())
                ? new Line(other.code(), other.name(), other.type(), "TAKEN")
                : other);
        ImportPlan plan = plan(RandomList.written(lines, random).bytes());
        assertThat(plan.faults()).extracting(ImportFault::row, ImportFault::kind)
                .containsExactly(tuple(at + 2, planted));
        assertThat(plan.accepted()).isEqualTo(lines.size() - 1);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyBytesGetAnAnswer(long seed) {
        Random random = new Random(seed);
        byte[] bytes = random.nextBoolean() ? new byte[random.nextInt(400)] : RandomList.of(seed, 20).bytes();
        IntStream.range(0, bytes.length / 20 + 1).filter(_ -> bytes.length > 0)
                .forEach(_ -> bytes[random.nextInt(bytes.length)] = (byte) (random.nextInt(3) == 0
                        ? ",\"\r\n".charAt(random.nextInt(4))
                        : random.nextInt(256)));
        ImportPlan plan = plan(bytes);
        assertThat(plan.accepted()).isBetween(0, plan.size());
        assertThat(plan.faults().isEmpty()).isEqualTo(plan.size() > 0 && plan.accepted() == plan.size());
    }

    @Test
    void aLongCircleIsFoundAndThoseBelowItAreNotBlamed() {
        ImportPlan plan = plan("""
                code,name,type,parent
                A,a,branch,C
                B,b,branch,A
                C,c,branch,B
                D,d,branch,A
                E,e,branch,ROOT
                """.getBytes(StandardCharsets.UTF_8));
        assertThat(plan.faults()).extracting(ImportFault::row).containsExactly(2, 3, 4);
        assertThat(plan.faults()).extracting(ImportFault::kind).containsOnly(Kind.CYCLE);
    }

    private static ImportPlan plan(byte[] bytes) {
        return ImportPlan.of(ImportList.read(bytes), new Standing.Known() {
            @Override
            public Optional<Standing> find(Code code) {
                boolean root = code.value().equals("ROOT");
                return root || code.value().equals("TAKEN")
                        ? Optional.of(new Standing("名", null, OrganizationType.COMMITTEE, 0, root ? null : new Code("ROOT"),
                                OrganizationStatus.OPEN, root, root, 1))
                        : Optional.empty();
            }

            @Override
            public Collection<Code> children(Code code) {
                return List.of();
            }
        });
    }
}
