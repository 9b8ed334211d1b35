package guidang.server.calendars;

import guidang.server.kernel.IdempotencyKey;
import guidang.server.access.Caller;
import guidang.server.access.Role;
import guidang.server.access.Scopes;
import guidang.server.journal.Command;
import guidang.server.journal.Committed;
import guidang.server.journal.Journal;
import guidang.server.journal.StreamKey;
import guidang.server.kernel.Digests;
import guidang.server.kernel.OperationId;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import guidang.server.web.Texts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Which days are worked, by year: read by everybody, imported by the root's
/// administrators. A year without a calendar is counted Monday to Friday.
@RestController
class CalendarController {
    private static final String ROUTE = "POST /api/calendars/imports";
    private static final int LIMIT = 1 << 20;
    private static final int FAULTS_SHOWN = 1000;

    private final CalendarList list;
    private final Journal journal;
    private final Scopes scopes;
    private final Texts texts;
    private final InstantSource clock;

    CalendarController(CalendarList list, Journal journal, Scopes scopes, Texts texts, InstantSource clock) {
        this.list = list;
        this.journal = journal;
        this.scopes = scopes;
        this.texts = texts;
        this.clock = clock;
    }

    /// The years that are known.
    ///
    /// @param editable
    ///            whether the caller may import
    record Calendars(List<CalendarYear> items, boolean editable) {}

    /// A year's days that are not as the day of the week says.
    ///
    /// @param holidays
    ///            days off
    /// @param workdays
    ///            days of weekends that are worked (调休)
    record CalendarYear(int year, Collection<LocalDate> holidays, Collection<LocalDate> workdays, Instant importedAt) {}

    /// What an import came to, or would come to.
    ///
    /// @param rows
    ///            of the list, without its header
    /// @param years
    ///            each as a whole takes the place of what was known of it
    /// @param errors
    ///            at most 1,000
    /// @param position
    ///            absent where nothing was written
    record CalendarReport(int rows, List<CalendarChange> years, List<CalendarError> errors, @Nullable Long position) {}

    /// What becomes of a year.
    ///
    /// @param changed
    ///            days that are otherwise than before
    /// @param known
    ///            whether there was a calendar before
    record CalendarChange(int year, int holidays, int workdays, int changed, boolean known) {}

    /// One fault of one row.
    record CalendarError(int row, String column, String code, String message) {}

    @GetMapping("/api/calendars")
    Mono<Calendars> calendars(Caller caller) {
        return Mono.fromSupplier(() -> new Calendars(list.all().entrySet().stream()
                .map(e -> new CalendarYear(e.getKey(), e.getValue().calendar().holidays(), e.getValue().calendar().workdays(),
                        e.getValue().importedAt()))
                .toList(), scopes.atRoot(caller, Role.ADMINISTRATOR)));
    }

    /// Takes a list with the columns date and kind (holiday 休, workday 班), UTF-8 or
    /// GB18030. A dry run says what is wrong and what would change, and writes
    /// nothing; nor does a list with any fault: 422 `calendar-invalid`.
    @Operation(summary = "Import holidays and make-up days from CSV", requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true, content = @Content(mediaType = "text/csv", schema = @Schema(type = "string"))))
    @PostMapping(path = "/api/calendars/imports", consumes = {"text/csv", "text/plain", "application/octet-stream",
            "application/vnd.ms-excel"})
    Mono<ResponseEntity<CalendarReport>> take(Caller caller, @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody Flux<DataBuffer> body, Locale locale) {
        scopes.requireAtRoot(caller, Role.ADMINISTRATOR);
        return DataBufferUtils.join(body, LIMIT).map(CalendarController::bytes).flatMap(bytes -> {
            CalendarSheet sheet = CalendarSheet.read(bytes);
            return dryRun
                    ? Mono.just(ResponseEntity.ok(report(sheet, locale, null)))
                    : written(caller, IdempotencyKey.of(key), bytes, sheet, locale);
        });
    }

    private Mono<ResponseEntity<CalendarReport>> written(Caller caller, String key, byte[] bytes, CalendarSheet sheet,
            Locale locale) {
        if (!sheet.faults().isEmpty()) {
            return Mono.error(new Problem(ProblemType.CALENDAR_INVALID, "count", sheet.faults().size(), "errors",
                    errors(sheet, locale)));
        }
        CalendarReport report = report(sheet, locale, null);
        return submit(caller, key, bytes, sheet)
                .map(done -> ResponseEntity.ok().header("Guidang-Position", Long.toString(done.position()))
                        .body(new CalendarReport(report.rows(), report.years(), List.of(), done.position())));
    }

    private Mono<Committed> submit(Caller caller, String key, byte[] bytes, CalendarSheet sheet) {
        Instant now = clock.instant();
        return journal.submit(new Command(OperationId.of(caller.subject(), ROUTE, key), Digests.hex(bytes), view -> {
            view.need(sheet.years().keySet().stream().map(StreamKey::calendar).toList());
            return sheet.years().entrySet().stream().map(e -> new CalendarRecord(List.copyOf(e.getValue().holidays()),
                    List.copyOf(e.getValue().workdays()), now, caller.subject()).write(e.getKey())).toList();
        }));
    }

    private CalendarReport report(CalendarSheet sheet, Locale locale, @Nullable Long position) {
        List<CalendarChange> years = sheet.years().entrySet().stream().map(e -> change(e.getKey(), e.getValue())).toList();
        return new CalendarReport(sheet.rows(), years, errors(sheet, locale), position);
    }

    private CalendarChange change(int year, CalendarSheet.Days days) {
        WorkCalendar before = list.find(year).map(known -> known.calendar().calendar()).orElse(WorkCalendar.NONE);
        WorkCalendar after = new WorkCalendar(days.holidays(), days.workdays());
        LocalDate first = LocalDate.of(year, 1, 1);
        int changed = (int) first.datesUntil(first.plusYears(1)).filter(day -> before.works(day) != after.works(day)).count();
        return new CalendarChange(year, days.holidays().size(), days.workdays().size(), changed,
                list.find(year).isPresent());
    }

    private List<CalendarError> errors(CalendarSheet sheet, Locale locale) {
        return sheet.faults().stream().limit(FAULTS_SHOWN)
                .map(fault -> new CalendarError(fault.row(), fault.column(), fault.kind(), texts.text("calendar." + fault.kind(),
                        Map.of("value", fault.value(), "column", fault.column()), locale)))
                .toList();
    }

    private static byte[] bytes(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }
}
