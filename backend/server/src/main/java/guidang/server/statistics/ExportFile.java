package guidang.server.statistics;

import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.MediaType;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// What a table is written as.
///
/// @param ending
///            of the file's name
/// @param writer
///            makes one that writes one table
record ExportFile(String ending, MediaType type, Supplier<TableFormat> writer) {
    private static final int ROWS_AT_ONCE = 1_000;
    private static final ExportFile XLSX = new ExportFile("xlsx",
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"), XlsxFormat::new);
    private static final ExportFile CSV = new ExportFile("csv", new MediaType("text", "csv", StandardCharsets.UTF_8),
            CsvFormat::new);

    /// @throws Problem
    ///             `INVALID_FIELD`
    static ExportFile of(String format) {
        return switch (format) {
            case "xlsx" -> XLSX;
            case "csv" -> CSV;
            default -> throw new Problem(ProblemType.INVALID_FIELD, "fields", List.of("format"));
        };
    }

    /// What it is called.
    String name(Table table) {
        return table.name() + "." + ending;
    }

    /// Written as it is read: its size costs no memory.
    Flux<DataBuffer> bytes(Table table) {
        return Flux.defer(() -> bytes(table, writer.get()));
    }

    private static Flux<DataBuffer> bytes(Table table, TableFormat format) {
        Flux<byte[]> rows = table.rows().buffer(ROWS_AT_ONCE).publishOn(Schedulers.boundedElastic(), 1).map(format::rows);
        return Flux.concat(Mono.fromSupplier(() -> format.begin(table)), rows, Mono.fromSupplier(format::end))
                .filter(piece -> piece.length > 0).map(DefaultDataBufferFactory.sharedInstance::wrap);
    }
}
