package guidang.server.rectification;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The state machine once more, written from the domain's rules and not from
/// the code: a row an act, a column a state; `-` is illegal, `=`
/// changes nothing.
final class ItemModel {
    private static final String TABLE = """
            type                 open         in-progress  close-out-requested  returned     closed       void
            progressed           in-progress  in-progress  =                    in-progress  -            -
            commented            =            =            =                    =            =            -
            edited               =            =            -                    =            -            -
            reclassified         =            =            =                    =            -            -
            close-out-requested  close-out-requested close-out-requested close-out-requested close-out-requested - -
            close-out-withdrawn  -            -            in-progress          -            -            -
            closed               -            -            closed               -            -            -
            returned             -            -            returned             -            -            -
            extension-requested  =            =            -                    =            -            -
            extension-granted    =            =            =                    =            -            -
            extension-refused    =            =            =                    =            -            -
            reviewed             -            -            -                    -            =            -
            reopened             -            -            -                    -            in-progress  -
            voided               void         void         void                 void         -            -
            """;
    private static final Map<String, Map<String, String>> AFTER = read();

    private ItemModel() {
    }

    /// The state that a record leaves behind; empty where it is illegal.
    static Optional<String> after(String record, String state) {
        String to = Objects.requireNonNull(Objects.requireNonNull(AFTER.get(record)).get(state));
        return to.equals("-") ? Optional.empty() : Optional.of(to.equals("=") ? state : to);
    }

    private static Map<String, Map<String, String>> read() {
        Map<String, Map<String, String>> table = new HashMap<>();
        List<List<String>> rows = TABLE.lines().map(line -> List.of(line.split(" +", -1))).toList();
        List<String> states = rows.getFirst();
        for (List<String> cells : rows.subList(1, rows.size())) {
            Map<String, String> after = new HashMap<>();
            for (int column = 1; column < cells.size(); column++) {
                after.put(states.get(column), cells.get(column));
            }
            table.put(cells.getFirst(), after);
        }
        return table;
    }
}
