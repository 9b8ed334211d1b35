package guidang.server.tables;

import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// As what kind of file a table comes.
public enum TableFormat {
    /// UTF-8 (RFC 4180).
    CSV("text/csv;charset=UTF-8"),
    /// An Office Open XML workbook of one sheet (ECMA-376).
    XLSX(TableFormat.XLSX_TYPE);

    public static final String XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int ROWS_AT_ONCE = 1_000;

    private final String type;

    TableFormat(String type) {
        this.type = type;
    }

    /// The format of that name.
    ///
    /// @param text
    ///            `csv` or `xlsx`
    /// @throws Problem
    ///             `INVALID_FIELD`
    public static TableFormat of(String text) {
        return Arrays.stream(values()).filter(each -> each.ending().equals(text)).findFirst()
                .orElseThrow(() -> new Problem(ProblemType.INVALID_FIELD, "fields", List.of("format")));
    }

    public MediaType type() {
        return MediaType.parseMediaType(type);
    }

    /// Of the file's name, without the dot.
    public String ending() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The table as a file to be saved. It is written as it is sent.
    public ResponseEntity<Flux<DataBuffer>> answer(Table table) {
        return ResponseEntity.ok().contentType(type())
                .headers(headers -> headers.setContentDisposition(ContentDisposition.attachment()
                        .filename(table.name() + "." + ending(), StandardCharsets.UTF_8).build()))
                .headers(headers -> headers.setCacheControl("no-store"))
                .body(write(table).map(DefaultDataBufferFactory.sharedInstance::wrap));
    }

    /// The file's bytes, piece by piece: what is held in memory does not grow with
    /// the table.
    public Flux<byte[]> write(Table table) {
        return Flux.defer(() -> write(table, this == CSV ? new CsvWriter() : new XlsxWriter(table)));
    }

    private static Flux<byte[]> write(Table table, TableWriter writer) {
        Flux<byte[]> rows = table.rows().buffer(ROWS_AT_ONCE).publishOn(Schedulers.boundedElastic(), 1).map(writer::rows);
        return Flux.concat(Mono.fromSupplier(() -> writer.begin(table)), rows, Mono.fromSupplier(writer::end))
                .filter(piece -> piece.length > 0);
    }
}
