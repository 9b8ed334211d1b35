package guidang.server.organizations;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.server.kernel.Code;
import guidang.server.organizations.TreeModel.Step;
import guidang.server.organizations.TreeModel.Unit;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// From any tree to any other: the steps of a list that describes the other may
/// be done one after the other, by the rules of the model, and lead there.
class DifferenceTest {
    private static final int SEEDS = 600;
    private static final int UNITS = 12;

    @Test
    void theStepsOfAListLeadToTheTreeThatItDescribes() {
        int used = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            TreeModel model = new TreeModel();
            wander(random, model, 60);
            Map<String, Unit> from = model.at(model.views() - 1);
            TreeModel other = copy(model, random);
            Map<String, Unit> to = other.at(other.views() - 1);
            if (!describable(from, to)) {
                continue;
            }
            used++;
            ImportPlan plan = ImportPlan.of(ImportList.read(list(random, from, to)), known(from));
            assertThat(plan.faults()).as("seed %d", seed).isEmpty();
            for (ImportStep step : plan.steps()) {
                assertThat(model.take(worded(step))).as("seed %d, %s", seed, step).isEmpty();
            }
            Map<String, Unit> reached = model.at(model.views() - 1);
            assertThat(shape(reached)).as("seed %d", seed).isEqualTo(shape(to));
            assertThat(ImportPlan.of(ImportList.read(list(random, reached, to)), known(reached)).steps()).as("seed %d", seed)
                    .isEmpty();
        }
        assertThat(used).isGreaterThan(SEEDS / 10);
    }

    private static void wander(Random random, TreeModel model, int steps) {
        List<String> acts = List.of("create", "create", "move", "move", "retype", "merge", "close", "reopen");
        for (int i = 0; i < steps; i++) {
            model.take(new Step(acts.get(random.nextInt(acts.size())), "U" + random.nextInt(UNITS), unit(random)));
        }
    }

    private static String unit(Random random) {
        int unit = random.nextInt(UNITS + 1);
        return unit == UNITS ? "ROOT" : "U" + unit;
    }

    /// Goes on from the same tree in another way.
    private static TreeModel copy(TreeModel model, Random random) {
        TreeModel other = TreeModel.of(model.at(model.views() - 1));
        wander(random, other, 1 + random.nextInt(25));
        return other;
    }

    /// What a list can't say: that somebody new is closed, or that one that is
    /// closed was at work meanwhile.
    private static boolean describable(Map<String, Unit> from, Map<String, Unit> to) {
        return to.entrySet().stream().allMatch(each -> {
            Unit now = each.getValue();
            Unit was = from.get(each.getKey());
            return now.open() || (was != null && (was.open()
                    ? openIn(to, now.parent) || (now.status.equals("closed") && Objects.equals(now.parent, was.parent))
                    : same(was, now)));
        });
    }

    private static boolean openIn(Map<String, Unit> to, @Nullable String parent) {
        Unit above = parent == null ? null : to.get(parent);
        return above != null && above.open();
    }

    private static boolean same(Unit was, Unit now) {
        return Objects.equals(was.parent, now.parent) && was.status.equals(now.status) && was.type.equals(now.type);
    }

    private static byte[] list(Random random, Map<String, Unit> from, Map<String, Unit> to) {
        List<String> rows = new ArrayList<>();
        to.forEach((code, unit) -> {
            Unit was = from.get(code);
            boolean merges = unit.status.equals("merged");
            // Whoever is merged stays where it is until then.
            String parent = merges && was != null ? was.parent : unit.parent;
            rows.add(String.join(",", code, "名", unit.type, Objects.requireNonNullElse(parent, ""), unit.status,
                    merges ? Objects.requireNonNull(unit.parent) : ""));
        });
        Collections.shuffle(rows, random);
        return ("code,name,type,parent,status,successor\n" + String.join("\n", rows)).getBytes(StandardCharsets.UTF_8);
    }

    private static Standing.Known known(Map<String, Unit> units) {
        return new Standing.Known() {
            @Override
            public Optional<Standing> find(Code code) {
                return Optional.ofNullable(units.get(code.value()))
                        .map(unit -> new Standing("名", null, OrganizationType.of(unit.type).orElseThrow(), 0,
                                unit.parent == null ? null : new Code(unit.parent),
                                OrganizationStatus.of(unit.status).orElseThrow(), true, true, 1));
            }

            @Override
            public Collection<Code> children(Code code) {
                return units.entrySet().stream()
                        .filter(each -> each.getValue().open() && code.value().equals(each.getValue().parent))
                        .map(each -> new Code(each.getKey())).toList();
            }
        };
    }

    private static Step worded(ImportStep step) {
        String parent = String.valueOf(step.row().parent());
        String code = step.code().value();
        return switch (step.kind()) {
            case ADDED -> new Step(step.row().type() == OrganizationType.BRANCH ? "create" : "create-general", code, parent);
            case REOPENED -> new Step("reopen", code, parent);
            case MOVED -> new Step("move", code, parent);
            case RENAMED -> new Step("rename", code, code);
            case RETYPED -> new Step("retype", code, code);
            case MERGED -> new Step("merge", code, String.valueOf(step.row().successor()));
            case CLOSED -> new Step("close", code, code);
        };
    }

    private static Set<String> shape(Map<String, Unit> units) {
        return units.entrySet().stream()
                .map(each -> each.getKey() + " " + each.getValue().parent + " " + each.getValue().status + " "
                        + each.getValue().type)
                .collect(Collectors.toSet());
    }
}
