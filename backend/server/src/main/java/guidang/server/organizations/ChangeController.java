package guidang.server.organizations;

import guidang.server.kernel.IdempotencyKey;
import guidang.server.access.Caller;
import guidang.server.journal.Committed;
import guidang.server.kernel.Code;
import guidang.server.organizations.OrganizationController.Organization;
import guidang.server.organizations.OrganizationLife.Wish;
import guidang.server.organizations.OrganizationRecord.Closed;
import guidang.server.organizations.OrganizationRecord.Created;
import guidang.server.organizations.OrganizationRecord.Merged;
import guidang.server.organizations.OrganizationRecord.Moved;
import guidang.server.organizations.OrganizationRecord.Renamed;
import guidang.server.organizations.OrganizationRecord.Reopened;
import guidang.server.organizations.OrganizationRecord.Retyped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Changes of the tree, by administrators. Each answers with the organisation
/// as it is afterwards and with `Guidang-Position`.
@RestController
class ChangeController {
    private static final Code ANY = new Code("X");

    private final OrganizationLife life;
    private final TreeReading reading;

    ChangeController(OrganizationLife life, TreeReading reading) {
        this.life = life;
        this.reading = reading;
    }

    /// An organisation to be made.
    ///
    /// @param level
    ///            1 (highest) to 9; absent: as deep as it lies
    /// @param reason
    ///            may be left out
    @Schema(requiredProperties = {"code", "name", "type", "parent"})
    record NewOrganization(@Nullable Code code, @Nullable String name, @Nullable String shortName,
            @Nullable OrganizationType type, @Nullable Integer level, @Nullable Code parent, @Nullable String reason) {}

    /// Another name.
    ///
    /// @param shortName
    ///            absent: it has none from now on
    @Schema(requiredProperties = {"name", "reason"})
    record Renaming(@Nullable String name, @Nullable String shortName, @Nullable String reason) {}

    /// Another place.
    ///
    /// @param parent
    ///            under which it lies from now on, with all below it
    @Schema(requiredProperties = {"parent", "reason"})
    record Moving(@Nullable Code parent, @Nullable String reason) {}

    /// Another type or level.
    ///
    /// @param level
    ///            1 (highest) to 9; absent: as deep as it lies
    @Schema(requiredProperties = {"type", "reason"})
    record Retyping(@Nullable OrganizationType type, @Nullable Integer level, @Nullable String reason) {}

    /// Its end in another one.
    ///
    /// @param into
    ///            to which its grants and records pass
    @Schema(requiredProperties = {"into", "reason"})
    record Merging(@Nullable Code into, @Nullable String reason) {}

    /// Why it is dissolved.
    @Schema(requiredProperties = "reason")
    record Closing(@Nullable String reason) {}

    /// Its return to work.
    ///
    /// @param parent
    ///            under which it lies from now on; absent: where it lay before
    @Schema(requiredProperties = "reason")
    record Reopening(@Nullable Code parent, @Nullable String reason) {}

    /// Makes one; for an administrator at its parent or above.
    @PostMapping("/api/organizations")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<ResponseEntity<Organization>> create(Caller caller,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody Mono<NewOrganization> body) {
        return body.map(ChangeController::wish)
                .flatMap(wish -> life.create(caller, IdempotencyKey.of(key), wish)
                        .flatMap(done -> answered(ResponseEntity.created(URI.create("/api/organizations/" + wish.code())), caller,
                                wish.code(), done)));
    }

    private static Wish wish(NewOrganization asked) {
        ChangeFields fields = new ChangeFields();
        Code code = fields.present("code", asked.code, ANY);
        Code parent = fields.present("parent", asked.parent, ANY);
        OrganizationType type = fields.present("type", asked.type, OrganizationType.BRANCH);
        Integer level = fields.level(asked.level);
        OrganizationDetails words = OrganizationLife.words(code, fields.name(asked.name), fields.shortName(asked.shortName),
                fields.someReason(asked.reason));
        fields.refuse();
        return new Wish("create", code, asked.toString(), words,
                (details, act) -> new Created(parent, type, level, details, act));
    }

    /// Gives it another name.
    @PostMapping("/api/organizations/{code}/rename")
    Mono<ResponseEntity<Organization>> rename(Caller caller, @PathVariable Code code,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody Mono<Renaming> body) {
        return body.flatMap(asked -> changed(caller, key, wish(code, asked)));
    }

    private static Wish wish(Code code, Renaming asked) {
        ChangeFields fields = new ChangeFields();
        OrganizationDetails words = OrganizationLife.words(code, fields.name(asked.name), fields.shortName(asked.shortName),
                fields.reason(asked.reason));
        fields.refuse();
        return new Wish("rename", code, asked.toString(), words, Renamed::new);
    }

    /// Lays it under another one; for an administrator of both places.
    @PostMapping("/api/organizations/{code}/move")
    Mono<ResponseEntity<Organization>> move(Caller caller, @PathVariable Code code,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key, @RequestBody Mono<Moving> body) {
        return body.flatMap(asked -> changed(caller, key, wish(code, asked)));
    }

    private static Wish wish(Code code, Moving asked) {
        ChangeFields fields = new ChangeFields();
        Code parent = fields.present("parent", asked.parent, ANY);
        OrganizationDetails words = OrganizationLife.words(fields.reason(asked.reason));
        fields.refuse();
        return new Wish("move", code, asked.toString(), words, (details, act) -> new Moved(parent, details, act));
    }

    /// Gives it another type or level.
    @PostMapping("/api/organizations/{code}/type")
    Mono<ResponseEntity<Organization>> type(Caller caller, @PathVariable Code code,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody Mono<Retyping> body) {
        return body.flatMap(asked -> changed(caller, key, wish(code, asked)));
    }

    private static Wish wish(Code code, Retyping asked) {
        ChangeFields fields = new ChangeFields();
        OrganizationType type = fields.present("type", asked.type, OrganizationType.BRANCH);
        Integer level = fields.level(asked.level);
        OrganizationDetails words = OrganizationLife.words(fields.reason(asked.reason));
        fields.refuse();
        return new Wish("type", code, asked.toString(), words, (details, act) -> new Retyped(type, level, details, act));
    }

    /// Lets it go into another one. Nobody at work may lie below it.
    @PostMapping("/api/organizations/{code}/merge")
    Mono<ResponseEntity<Organization>> merge(Caller caller, @PathVariable Code code,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody Mono<Merging> body) {
        return body.flatMap(asked -> changed(caller, key, wish(code, asked)));
    }

    private static Wish wish(Code code, Merging asked) {
        ChangeFields fields = new ChangeFields();
        Code into = fields.present("into", asked.into, ANY);
        OrganizationDetails words = OrganizationLife.words(fields.reason(asked.reason));
        fields.refuse();
        return new Wish("merge", code, asked.toString(), words, (details, act) -> new Merged(into, details, act));
    }

    /// Dissolves it. Nobody at work may lie below it.
    @PostMapping("/api/organizations/{code}/close")
    Mono<ResponseEntity<Organization>> close(Caller caller, @PathVariable Code code,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody Mono<Closing> body) {
        return body.flatMap(asked -> changed(caller, key,
                new Wish("close", code, asked.toString(), reason(asked.reason), Closed::new)));
    }

    /// Lets it work again.
    @PostMapping("/api/organizations/{code}/reopen")
    Mono<ResponseEntity<Organization>> reopen(Caller caller, @PathVariable Code code,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody Mono<Reopening> body) {
        return body.flatMap(asked -> changed(caller, key, new Wish("reopen", code, asked.toString(), reason(asked.reason),
                (details, act) -> new Reopened(asked.parent == null ? life.before(code) : asked.parent, details, act))));
    }

    private static OrganizationDetails reason(@Nullable String given) {
        ChangeFields fields = new ChangeFields();
        OrganizationDetails words = OrganizationLife.words(fields.reason(given));
        fields.refuse();
        return words;
    }

    private Mono<ResponseEntity<Organization>> changed(Caller caller, @Nullable String key, Wish wish) {
        return life.change(caller, IdempotencyKey.of(key), wish)
                .flatMap(done -> answered(ResponseEntity.ok(), caller, wish.code(), done));
    }

    private Mono<ResponseEntity<Organization>> answered(ResponseEntity.BodyBuilder answer, Caller caller, Code code,
            Committed done) {
        return reading.detail(caller, code, null).map(organization -> answer
                .header("Guidang-Position", Long.toString(done.position())).body(Objects.requireNonNull(organization)));
    }
}
