package guidang.server.notices;

import guidang.server.access.Caller;
import guidang.server.access.Role;
import guidang.server.access.Scopes;
import guidang.server.filing.Fields;
import guidang.server.kernel.Code;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Where an organisation gets its mail.
@RestController
@RequestMapping("/api/organizations/{code}/address")
class AddressController {
    private final Addresses addresses;
    private final Scopes scopes;

    AddressController(Addresses addresses, Scopes scopes) {
        this.addresses = addresses;
        this.scopes = scopes;
    }

    /// The organisation's own mail address, of an office and not of a person.
    ///
    /// @param address
    ///            absent where none is set
    record MailAddress(@Nullable String address) {}

    /// The same, to be set.
    @Schema(requiredProperties = "address")
    record MailAddressForm(@Nullable String address) {
        String checked() {
            if (address == null || !Addresses.isOne(address.strip())) {
                throw Fields.invalid("address", "a mail address");
            }
            return address.strip();
        }
    }

    /// For clerks, officers and administrators at or above it.
    @GetMapping
    Mono<MailAddress> address(@Parameter(hidden = true) Caller caller, @PathVariable Code code) {
        String path = scopes.known(caller, code);
        if (Stream.of(Role.CLERK, Role.OFFICER, Role.ADMINISTRATOR).noneMatch(role -> scopes.may(caller, role, path))) {
            throw new Problem(ProblemType.FORBIDDEN);
        }
        return addresses.find(code).map(MailAddress::new).defaultIfEmpty(new MailAddress(null));
    }

    /// By an administrator at or above it.
    @PutMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> set(@Parameter(hidden = true) Caller caller, @PathVariable Code code, @RequestBody Mono<MailAddressForm> body) {
        scopes.require(caller, Role.ADMINISTRATOR, code);
        return body.flatMap(form -> addresses.set(code, form.checked()));
    }

    /// By an administrator at or above it.
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> remove(@Parameter(hidden = true) Caller caller, @PathVariable Code code) {
        scopes.require(caller, Role.ADMINISTRATOR, code);
        return addresses.remove(code);
    }
}
