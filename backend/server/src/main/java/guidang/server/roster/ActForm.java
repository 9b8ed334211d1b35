package guidang.server.roster;

import guidang.server.campaigns.Reasons;
import guidang.server.kernel.Code;
import guidang.server.kernel.Period;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An act about several organisations, checked.
///
/// @param documents
///            empty: all of the campaign
/// @param due
///            the new last day; null where nobody is given more time
record ActForm(ActKind kind, List<Code> organizations, Set<Document> documents, @Nullable LocalDate due, String reason) {
    private static final int ORGANIZATIONS = 100;
    private static final int DOCUMENTS = 50;
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

    /// A document of the campaign.
    record Document(Code type, Period period) {}

    /// As a person sends it.
    ///
    /// @param organizations
    ///            1 to 100 of the roster
    /// @param documents
    ///            at most 50; absent: all of the campaign
    /// @param reason
    ///            1 to 1,000 characters
    @Schema(name = "RosterActForm", requiredProperties = {"organizations", "reason"})
    record Wished(@Nullable List<@Nullable Code> organizations, @Nullable List<@Nullable WishedDocument> documents,
            @Nullable String reason) {}

    /// As a person sends it, to give more time.
    ///
    /// @param organizations
    ///            1 to 100 of the roster
    /// @param documents
    ///            at most 50; absent: all of the campaign
    /// @param due
    ///            the new last day, not before the campaign's own
    /// @param reason
    ///            1 to 1,000 characters
    @Schema(name = "ExtensionForm", requiredProperties = {"organizations", "due", "reason"})
    record WishedExtension(@Nullable List<@Nullable Code> organizations, @Nullable List<@Nullable WishedDocument> documents,
            @Nullable LocalDate due, @Nullable String reason) {}

    /// A document of the campaign, as a person names it.
    @Schema(name = "RosterDocument", requiredProperties = {"type", "period"})
    record WishedDocument(@Nullable Code type, @Nullable Period period) {}

    /// @throws Problem
    ///             `INVALID_FIELD`
    static ActForm of(ActKind kind, Wished wished) {
        return new ActForm(kind, Reasons.listed("organizations", wished.organizations(), ORGANIZATIONS),
                documents(wished.documents()), null, Reasons.of(wished.reason()));
    }

    /// @throws Problem
    ///             `INVALID_FIELD`
    static ActForm of(WishedExtension wished) {
        LocalDate due = wished.due();
        if (due == null || due.isAfter(LATEST)) {
            throw new Problem(ProblemType.INVALID_FIELD, "fields", List.of("due"));
        }
        return new ActForm(ActKind.EXTEND, Reasons.listed("organizations", wished.organizations(), ORGANIZATIONS),
                documents(wished.documents()), due, Reasons.of(wished.reason()));
    }

    private static Set<Document> documents(@Nullable List<@Nullable WishedDocument> wished) {
        if (wished == null) {
            return Set.of();
        }
        List<WishedDocument> all = Reasons.listed("documents", wished, DOCUMENTS);
        return Set.copyOf(all.stream().map(ActForm::document).toList());
    }

    private static Document document(WishedDocument wished) {
        if (wished.type() == null || wished.period() == null) {
            throw new Problem(ProblemType.INVALID_FIELD, "fields", List.of("documents"));
        }
        return new Document(wished.type(), wished.period());
    }

    /// Whether it is about a document.
    boolean about(Code type, Period period) {
        return documents.isEmpty() || documents.contains(new Document(type, period));
    }

    /// The request in words that are the same for the same request.
    String words() {
        return kind + " " + organizations + " " + documents.stream().map(Document::toString).sorted().toList() + " " + due + " "
                + reason;
    }
}
