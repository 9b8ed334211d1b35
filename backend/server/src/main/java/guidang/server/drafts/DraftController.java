package guidang.server.drafts;

import guidang.server.access.Caller;
import guidang.server.drafts.Drafts.DraftView;
import guidang.server.kernel.Code;
import io.swagger.v3.oas.annotations.Parameter;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Unfinished filings, for the clerks of an organisation and of those above it.
@RestController
@RequestMapping("/api/drafts")
class DraftController {
    private final DraftDesk desk;

    DraftController(DraftDesk desk) {
        this.desk = desk;
    }

    /// What the organisation keeps: at most 100.
    @GetMapping
    Mono<Drafts> drafts(@Parameter(hidden = true) Caller caller, @RequestParam Code organization) {
        return desk.of(caller, organization);
    }

    /// One of them.
    @GetMapping("/{organization}/{id}")
    Mono<DraftView> draft(@Parameter(hidden = true) Caller caller, @PathVariable Code organization, @PathVariable String id) {
        return desk.find(caller, organization, id);
    }

    /// Saves it whole. 409 where it was saved meanwhile from another page: that
    /// one's contents are kept.
    ///
    /// @param id
    ///            made by whoever begins it: 32 characters a-z2-7, the first 8 of
    ///            them as of the upload that it begins with
    @PutMapping("/{organization}/{id}")
    Mono<DraftView> save(@Parameter(hidden = true) Caller caller, @PathVariable Code organization, @PathVariable String id,
            @RequestBody Mono<DraftForm> body) {
        return body.flatMap(form -> desk.save(caller, organization, id, form));
    }

    /// Removes it, for all clerks; its files stay until they expire.
    @DeleteMapping("/{organization}/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> remove(@Parameter(hidden = true) Caller caller, @PathVariable Code organization, @PathVariable String id) {
        return desk.remove(caller, organization, id);
    }
}
