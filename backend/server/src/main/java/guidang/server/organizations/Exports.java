package guidang.server.organizations;

import guidang.server.tables.Table;
import guidang.server.access.Caller;
import guidang.server.access.Scope;
import guidang.server.access.Scopes;
import guidang.server.kernel.Code;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// The tree as a list, read some rows at a time: whatever its size, it takes
/// the memory of a few hundred rows.
@Service
class Exports {
    private static final int ROWS = 512;
    private static final List<String> ENGLISH = List.of("code", "name", "shortName", "type", "level", "parent", "status",
            "successor");
    private static final List<String> CHINESE = List.of("代码", "名称", "简称", "类型", "层级", "上级", "状态", "并入");

    private final TreeReading reading;
    private final Names names;
    private final Scopes scopes;
    private final Moments moments;

    Exports(TreeReading reading, Names names, Scopes scopes, Moments moments) {
        this.reading = reading;
        this.names = names;
        this.scopes = scopes;
        this.moments = moments;
    }

    Table list(Caller caller, @Nullable Code parent, @Nullable String asOf, Locale locale) {
        long view = moments.view(asOf);
        boolean english = locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
        List<TreeNode> tops = parent == null ? reading.tops(caller, view) : List.of(reading.known(caller, parent));
        Scope scope = scopes.tree(caller);
        Flux<List<@Nullable Object>> rows = Flux
                .fromStream(() -> tops.stream().flatMap(top -> top.subtree(view, true))
                        .filter(node -> scope.includes(node.path())))
                .buffer(ROWS)
                .concatMap(some -> names.load(some.stream(), view)
                        .then(Mono.fromSupplier(() -> some.stream().map(node -> row(node, view, english)).toList())), 1)
                .concatMapIterable(some -> some);
        return Table.list("organizations", english ? ENGLISH : CHINESE, rows.subscribeOn(Schedulers.boundedElastic()));
    }

    private static List<@Nullable Object> row(TreeNode node, long view, boolean english) {
        TreeState then = java.util.Objects.requireNonNull(node.at(view));
        TreeNode parent = then.parent();
        String above = parent == null ? "" : parent.code().value();
        String shortName = then.naming().shortName();
        return List.of(node.code().value(), Names.of(node, view), shortName == null ? "" : shortName,
                english ? then.type().text() : then.type().word(), then.level() == 0 ? "" : Integer.toString(then.level()), above,
                english ? then.status().text() : then.status().word(),
                then.status() == OrganizationStatus.MERGED ? above : "");
    }
}
