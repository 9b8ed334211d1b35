package guidang.server.organizations;

import guidang.server.kernel.Code;
import guidang.server.organizations.ImportFault.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What an import would do: the difference between its list and the tree of
/// now, in an order in which each step may be done after those before it, or why
/// it can't be done. Who is not in the list is left alone.
///
/// @param steps
///            those that open, add, move, rename and retype, parents first; then
///            those that merge and close, children first
/// @param faults
///            of form and of sense, in the order of the rows
/// @param accepted
///            rows without a fault of their own
record ImportPlan(int size, int accepted, List<ImportStep> steps, List<ImportFault> faults) {
    static ImportPlan of(ImportList list, Standing.Known known) {
        return new Planning(list, known).plan();
    }

    private static final class Planning {
        private final ImportList list;
        private final Standing.Known known;
        private final List<ImportFault> faults;
        private final Map<Code, ImportRow> rows = new LinkedHashMap<>();
        private final Map<Code, Optional<Standing>> standings = new HashMap<>();
        private final Map<Code, Integer> depths = new HashMap<>();
        private final Set<Code> circling = new HashSet<>();

        Planning(ImportList list, Standing.Known known) {
            this.list = list;
            this.known = known;
            this.faults = new ArrayList<>(list.faults());
        }

        ImportPlan plan() {
            for (ImportRow row : list.rows()) {
                if (rows.putIfAbsent(row.code(), row) != null) {
                    fault(row, "code", Kind.DUPLICATE_CODE, row.code().value());
                }
            }
            rows.values().forEach(this::checkItself);
            rows.values().forEach(this::checkParent);
            rows.values().forEach(row -> measure(row.code()));
            circling.stream().map(rows::get).filter(Objects::nonNull)
                    .forEach(row -> fault(row, "parent", Kind.CYCLE, String.valueOf(row.parent())));
            rows.values().stream().filter(this::ends).forEach(this::checkEmpty);
            faults.sort(Comparator.comparingInt(ImportFault::row));
            return new ImportPlan(list.size(), accepted(), faults.isEmpty() ? steps() : List.of(), List.copyOf(faults));
        }

        private Optional<Standing> standing(Code code) {
            return standings.computeIfAbsent(code, known::find);
        }

        private void fault(ImportRow row, String column, Kind kind, String value) {
            faults.add(new ImportFault(row.number(), column, kind, value));
        }

        private void checkItself(ImportRow row) {
            Standing was = standing(row.code()).orElse(null);
            if (was == null) {
                if (!row.open(OrganizationStatus.OPEN)) {
                    fault(row, "status", Kind.NEW_AND_CLOSED, row.code().value());
                }
                if (row.parent() == null) {
                    fault(row, "parent", Kind.MISSING_VALUE, "");
                }
            } else if (!was.administered()) {
                fault(row, "code", Kind.EXISTING_CODE, row.code().value());
            } else {
                checkExisting(row, was);
            }
        }

        private void checkExisting(ImportRow row, Standing was) {
            if (was.parent() == null && (row.parent() != null || !row.open(was.status()))) {
                fault(row, row.parent() != null ? "parent" : "status", Kind.ROOT_STAYS, row.code().value());
            } else if (was.parent() != null && row.parent() == null) {
                fault(row, "parent", Kind.MISSING_VALUE, "");
            } else if (!was.open() && !row.open(was.status()) && differs(row, was)) {
                fault(row, "status", Kind.CLOSED_STAYS, row.code().value());
            } else if (!was.movable() && (moves(row, was) || row.open(was.status()) != was.open())) {
                fault(row, "parent", Kind.NOT_YOURS_TO_MOVE, row.code().value());
            }
        }

        private static boolean moves(ImportRow row, Standing was) {
            return !Objects.equals(row.parent(), was.parent());
        }

        private static boolean renames(ImportRow row, Standing was) {
            String shortName = Objects.requireNonNullElse(was.shortName(), "");
            return !row.name().equals(was.name()) || (row.shortName() != null && !row.shortName().equals(shortName));
        }

        private static boolean retypes(ImportRow row, Standing was) {
            return row.type() != was.type() || (row.level() != null && row.level() != was.level());
        }

        private static boolean differs(ImportRow row, Standing was) {
            return moves(row, was) || renames(row, was) || retypes(row, was)
                    || (row.status() != null && row.status() != was.status());
        }

        /// A row that has a fault is a parent all the same: those below it are
        /// not blamed.
        private void checkParent(ImportRow row) {
            Standing was = standing(row.code()).orElse(null);
            OrganizationStatus before = was == null ? OrganizationStatus.OPEN : was.status();
            Code parent = row.parent();
            if (parent != null && (was == null || moves(row, was) || (row.open(before) && !was.open()))) {
                checkPlace(row, "parent", parent, Kind.UNKNOWN_PARENT);
            }
            if (ends(row) && row.status() == OrganizationStatus.MERGED) {
                if (row.successor() == null) {
                    fault(row, "successor", Kind.MISSING_VALUE, "");
                } else if (row.successor().equals(row.code())) {
                    fault(row, "successor", Kind.UNKNOWN_SUCCESSOR, row.successor().value());
                } else {
                    checkPlace(row, "successor", row.successor(), Kind.UNKNOWN_SUCCESSOR);
                }
            }
        }

        private void checkPlace(ImportRow row, String column, Code place, Kind unknown) {
            ImportRow other = rows.get(place);
            Optional<Standing> there = standing(place);
            if (other == null && !list.unread().contains(place) && there.filter(Standing::administered).isEmpty()) {
                fault(row, column, unknown, place.value());
            } else if (other != null
                    ? !other.open(there.map(Standing::status).orElse(OrganizationStatus.OPEN))
                    : there.filter(standing -> !standing.open()).isPresent()) {
                fault(row, column, Kind.CLOSED_PARENT, place.value());
            }
        }

        /// Whether it is at work now, and not when the list is done.
        private boolean ends(ImportRow row) {
            return standing(row.code()).filter(was -> was.open() && !row.open(was.status())).isPresent();
        }

        private void checkEmpty(ImportRow row) {
            for (Code child : known.children(row.code())) {
                ImportRow other = rows.get(child);
                if (other == null || (other.open(OrganizationStatus.OPEN) && row.code().equals(other.parent()))) {
                    fault(row, "status", Kind.NOT_EMPTY, child.value());
                    return;
                }
            }
        }

        private int accepted() {
            // A fault of the header is one of every row.
            boolean header = faults.stream().anyMatch(fault -> fault.row() == 1);
            return header ? 0 : list.size() - (int) faults.stream().map(ImportFault::row).distinct().count();
        }

        /// Above it when the list is done; null above the root and what is unknown.
        private @Nullable Code above(Code code) {
            ImportRow row = rows.get(code);
            return row != null && row.parent() != null ? row.parent() : standing(code).map(Standing::parent).orElse(null);
        }

        /// Walks up to one whose depth is known or that has none above, then numbers
        /// the way back. Meeting its own way is a circle.
        private void measure(Code start) {
            List<Code> way = new ArrayList<>();
            Set<Code> met = new HashSet<>();
            Code at = start;
            while (at != null && !depths.containsKey(at) && met.add(at)) {
                way.add(at);
                at = above(at);
            }
            if (at != null && !depths.containsKey(at)) {
                circling.addAll(way.subList(way.indexOf(at), way.size()));
            }
            int depth = at == null ? 0 : depths.getOrDefault(at, 0) + 1;
            for (Code code : way.reversed()) {
                depths.put(code, depth++);
            }
        }

        private List<ImportStep> steps() {
            Comparator<ImportRow> byDepth = Comparator.comparingInt(row -> depths.getOrDefault(row.code(), 0));
            List<ImportStep> steps = new ArrayList<>();
            rows.values().stream().sorted(byDepth).forEach(row -> before(row, steps));
            rows.values().stream().filter(this::ends).sorted(byDepth.reversed()).forEach(row -> end(row, steps));
            return List.copyOf(steps);
        }

        private List<ImportStep.Kind> kinds(ImportRow row, @Nullable Standing was) {
            if (was == null) {
                return List.of(ImportStep.Kind.ADDED);
            }
            List<ImportStep.Kind> kinds = new ArrayList<>();
            boolean reopens = !was.open() && row.open(was.status());
            if (reopens) {
                kinds.add(ImportStep.Kind.REOPENED);
            } else if (moves(row, was)) {
                kinds.add(ImportStep.Kind.MOVED);
            }
            if (renames(row, was)) {
                kinds.add(ImportStep.Kind.RENAMED);
            }
            if (retypes(row, was)) {
                kinds.add(ImportStep.Kind.RETYPED);
            }
            return kinds;
        }

        private void before(ImportRow row, List<ImportStep> steps) {
            Standing was = standing(row.code()).orElse(null);
            int position = was == null ? 0 : was.position();
            for (ImportStep.Kind kind : kinds(row, was)) {
                steps.add(new ImportStep(row, kind, was, position++));
            }
        }

        private void end(ImportRow row, List<ImportStep> steps) {
            Standing was = standing(row.code()).orElseThrow();
            ImportStep.Kind kind = row.status() == OrganizationStatus.MERGED ? ImportStep.Kind.MERGED : ImportStep.Kind.CLOSED;
            steps.add(new ImportStep(row, kind, was, was.position() + kinds(row, was).size()));
        }
    }
}
