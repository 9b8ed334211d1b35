package guidang.bench;

import guidang.local.Arguments;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Pages of the rectification register over a million items, by the API and
/// straight to Elasticsearch with the very requests that the server sends.
final class RegisterBench {
    private RegisterBench() {
    }

    static boolean run(Path root, Arguments arguments) throws Exception {
        List<String> paths = paths();
        return new ItemsBench("register", "The rectification register", 10, 5, paths, _ -> paths.size()
                + " pages of the register (50 items with all facets; by state, due window, type, aspect and words, in every"
                + " order; at the top, in a committee, in a general branch)",
                "the request that the server sends, sent to Elasticsearch itself").run(root, arguments);
    }

    /// What the register's page asks for: all, what is still to be done, windows,
    /// aspects, words; at the top, in a committee, in a general branch; in
    /// every order.
    private static List<String> paths() {
        List<String> paths = new ArrayList<>();
        for (String where : List.of("", "&organization=C01", "&organization=B000100")) {
            for (String what : List.of("", "&state=unsettled", "&state=unsettled&due=overdue", "&due=soon&type=timed",
                    "&state=close-out-requested&sort=waiting", "&campaign=ZT2026&aspect=" + encoded(IndexedItems.ASPECTS.get(2)),
                    "&sort=number", "&state=closed&sort=opened&type=ongoing", "&sort=best&words=" + encoded("整改"),
                    "&sort=best&words=" + encoded("会议记录"))) {
                paths.add("/api/rectifications?size=50" + where + what);
            }
        }
        return paths;
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }
}
