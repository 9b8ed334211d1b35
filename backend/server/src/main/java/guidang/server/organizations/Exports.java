package guidang.server.organizations;

import guidang.server.access.Caller;
import guidang.server.access.Scope;
import guidang.server.access.Scopes;
import guidang.server.kernel.Code;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Writes the tree as a list, some rows at a time: whatever its size, it takes
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

    /// As what the list comes.
    enum Format {
        CSV,
        XLSX;

        /// @throws Problem
        ///             `INVALID_FIELD`
        static Format of(String text) {
            return Arrays.stream(values()).filter(each -> each.text().equals(text)).findFirst()
                    .orElseThrow(() -> new Problem(ProblemType.INVALID_FIELD, "fields", List.of("format")));
        }

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Flux<DataBuffer> list(Caller caller, @Nullable Code parent, @Nullable String asOf, Format format, Locale locale) {
        long view = moments.view(asOf);
        boolean english = locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
        List<TreeNode> tops = parent == null ? reading.tops(caller, view) : List.of(reading.known(caller, parent));
        Scope scope = scopes.tree(caller);
        Flux<List<List<String>>> rows = Flux
                .fromStream(() -> tops.stream().flatMap(top -> top.subtree(view, true))
                        .filter(node -> scope.includes(node.path())))
                .buffer(ROWS)
                .concatMap(some -> names.load(some.stream(), view)
                        .then(Mono.fromSupplier(() -> some.stream().map(node -> row(node, view, english)).toList())), 1);
        Flux<List<List<String>>> all = Flux.concat(Flux.just(List.of(english ? ENGLISH : CHINESE)), rows)
                .subscribeOn(Schedulers.boundedElastic());
        return (format == Format.CSV ? csv(all) : xlsx(all)).map(DefaultDataBufferFactory.sharedInstance::wrap);
    }

    private static List<String> row(TreeNode node, long view, boolean english) {
        TreeState then = java.util.Objects.requireNonNull(node.at(view));
        TreeNode parent = then.parent();
        String above = parent == null ? "" : parent.code().value();
        String shortName = then.naming().shortName();
        return List.of(node.code().value(), Names.of(node, view), shortName == null ? "" : shortName,
                english ? then.type().text() : then.type().word(), then.level() == 0 ? "" : Integer.toString(then.level()), above,
                english ? then.status().text() : then.status().word(),
                then.status() == OrganizationStatus.MERGED ? above : "");
    }

    private static Flux<byte[]> csv(Flux<List<List<String>>> rows) {
        // With a byte order mark spreadsheets know that it is UTF-8.
        return Flux.concat(Flux.just("\uFEFF"), rows.map(Exports::lines)).map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    private static String lines(List<List<String>> rows) {
        StringBuilder text = new StringBuilder();
        rows.forEach(row -> text.append(Csv.line(row)));
        return text.toString();
    }

    private static Flux<byte[]> xlsx(Flux<List<List<String>>> rows) {
        return Flux.defer(() -> sent(new Book(), rows));
    }

    private static Flux<byte[]> sent(Book book, Flux<List<List<String>>> rows) {
        return Flux.concat(rows.publishOn(Schedulers.boundedElastic()).map(book::write), Mono.fromSupplier(book::end))
                .filter(bytes -> bytes.length > 0);
    }

    /// A workbook that is sent while it is written.
    private static final class Book {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private final Workbook workbook = new Workbook(out, "Guidang", "1.0");
        private final Worksheet sheet = workbook.newWorksheet("organizations");
        private int next;

        byte[] write(List<List<String>> rows) {
            for (List<String> row : rows) {
                for (int column = 0; column < row.size(); column++) {
                    sheet.inlineString(next, column, row.get(column));
                }
                next++;
            }
            try {
                sheet.flush();
            } catch (IOException inMemory) {
                throw new UncheckedIOException(inMemory);
            }
            return taken();
        }

        byte[] end() {
            try {
                workbook.finish();
            } catch (IOException inMemory) {
                throw new UncheckedIOException(inMemory);
            }
            return taken();
        }

        private byte[] taken() {
            byte[] bytes = out.toByteArray();
            out.reset();
            return bytes;
        }
    }
}
