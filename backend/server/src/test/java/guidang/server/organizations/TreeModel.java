package guidang.server.organizations;

import guidang.server.kernel.ProblemType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The tree as simply as it can be said: what each organisation is, copied at
/// every commit. Its administrator sits at the root.
final class TreeModel {
    static final class Unit {
        final @Nullable String parent;
        final String status;
        final String type;

        Unit(@Nullable String parent, String status, String type) {
            this.parent = parent;
            this.status = status;
            this.type = type;
        }

        boolean open() {
            return status.equals("open");
        }
    }

    private TreeMap<String, Unit> now = new TreeMap<>();
    private final List<Map<String, Unit>> views = new ArrayList<>(List.of(Map.of()));

    TreeModel() {
        now.put("ROOT", new Unit(null, "open", "committee"));
        commit();
    }

    /// One that begins with these.
    static TreeModel of(Map<String, Unit> units) {
        TreeModel model = new TreeModel();
        model.now.putAll(units);
        model.commit();
        return model;
    }

    /// What is to happen, in words.
    record Step(String act, String code, String other) {}

    /// Why it can't; empty where it was done.
    Optional<ProblemType> take(Step step) {
        Optional<ProblemType> refusal = refusal(step);
        if (refusal.isEmpty()) {
            Unit unit = now.get(step.code);
            now.put(step.code, switch (step.act) {
                case "create" -> new Unit(step.other, "open", "branch");
                case "create-general" -> new Unit(step.other, "open", "general-branch");
                case "move" -> new Unit(step.other, "open", Objects.requireNonNull(unit).type);
                case "retype" -> new Unit(Objects.requireNonNull(unit).parent, "open", "general-branch");
                case "merge" -> new Unit(step.other, "merged", Objects.requireNonNull(unit).type);
                case "close" -> new Unit(Objects.requireNonNull(unit).parent, "closed", unit.type);
                case "reopen" -> new Unit(step.other, "open", Objects.requireNonNull(unit).type);
                default -> Objects.requireNonNull(unit);
            });
            commit();
        }
        return refusal;
    }

    private void commit() {
        views.add(now);
        now = new TreeMap<>(now);
    }

    private Optional<ProblemType> refusal(Step step) {
        Unit unit = now.get(step.code);
        Unit other = now.get(step.other);
        if (step.act.startsWith("create")) {
            return unit != null ? Optional.of(ProblemType.ORGANIZATION_EXISTS) : place(other);
        }
        if (unit == null) {
            return Optional.of(ProblemType.ORGANIZATION_UNKNOWN);
        }
        if (step.act.equals("reopen") == unit.open()) {
            return Optional.of(unit.open() ? ProblemType.ORGANIZATION_OPEN : ProblemType.ORGANIZATION_CLOSED);
        }
        if (step.act.equals("rename") || step.act.equals("retype")) {
            return Optional.empty();
        }
        if (unit.parent == null) {
            return Optional.of(ProblemType.ORGANIZATION_ROOT);
        }
        boolean ends = step.act.equals("close") || step.act.equals("merge");
        if (ends && now.values().stream().anyMatch(u -> u.open() && step.code.equals(u.parent))) {
            return Optional.of(ProblemType.ORGANIZATION_NOT_EMPTY);
        }
        if (step.act.equals("close")) {
            return Optional.empty();
        }
        Optional<ProblemType> place = place(other);
        return place.isPresent() || !(path(now, step.other) + "/").contains("/" + step.code + "/")
                ? place
                : Optional.of(ProblemType.ORGANIZATION_CIRCLE);
    }

    private static Optional<ProblemType> place(@Nullable Unit parent) {
        return parent == null
                ? Optional.of(ProblemType.ORGANIZATION_UNKNOWN)
                : parent.open() ? Optional.empty() : Optional.of(ProblemType.ORGANIZATION_CLOSED);
    }

    /// `/ROOT/A/B`
    private static String path(Map<String, Unit> units, @Nullable String code) {
        return code == null ? "" : path(units, Objects.requireNonNull(units.get(code)).parent) + "/" + code;
    }

    /// `ROOT/A/B/`; empty where it did not exist.
    Optional<String> path(String code, int view) {
        return views.get(view).containsKey(code)
                ? Optional.of(path(views.get(view), code).substring(1) + "/")
                : Optional.empty();
    }

    String successor(String code) {
        Unit unit = Objects.requireNonNull(now.get(code));
        return unit.open() ? code : successor(Objects.requireNonNull(unit.parent));
    }

    List<String> children(String code, int view) {
        return views.get(view).entrySet().stream().filter(e -> e.getValue().open() && code.equals(e.getValue().parent))
                .map(Map.Entry::getKey).toList();
    }

    Map<String, Unit> at(int view) {
        return views.get(view);
    }

    int views() {
        return views.size();
    }
}
