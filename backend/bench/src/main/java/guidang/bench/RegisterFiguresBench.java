package guidang.bench;

import guidang.local.Arguments;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/// Figures over a million rectification items, by the API and straight to
/// Elasticsearch with the very requests that the server sends.
final class RegisterFiguresBench {
    private RegisterFiguresBench() {
    }

    static boolean run(Path root, Arguments arguments) throws Exception {
        List<String> paths = paths();
        return new ItemsBench("register-statistics", "Statistics of the rectification register", 20, 10, paths,
                searches -> paths.size() + " questions of the statistics page (by organisation with exact medians, by aspect,"
                        + " what recurs; at the top, in a committee, in a general branch, of a past day, by the tree of then),"
                        + " which are " + searches + " searches",
                "the requests that the server sends, sent to Elasticsearch itself, one after the other").run(root, arguments);
    }

    /// What an officer's page asks for: the rate and aspects at the top, in the
    /// middle and far down, of now and of a past day; what recurs.
    private static List<String> paths() {
        List<String> paths = new ArrayList<>();
        String past = LocalDate.now(ZoneId.of("Asia/Shanghai")).minusDays(60).toString();
        for (String where : List.of("?", "?organization=ROOT", "?organization=C01", "?organization=B000100",
                "?organization=C01&asOf=" + past, "?organization=ROOT&tree=then&campaign=ZT2026")) {
            paths.add("/api/statistics/rectifications" + where);
            paths.add("/api/statistics/rectifications/aspects" + where);
            paths.add("/api/statistics/rectifications/recurring" + where.replace("&campaign=ZT2026", ""));
        }
        return paths;
    }
}
