package guidang.server.index;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import guidang.server.inspection.ReportFindings;
import guidang.server.kernel.Digests;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What one organisation is to file, for as long as nothing about it changed
/// (ADR 13); `index/obligations.json` maps each member.
///
/// @param type
///            of the organisation
/// @param now
///            where it lies in the tree of now: what the scope is taken from
/// @param then
///            where it lay at the time
/// @param document
///            type and period, `SELF-EXAM/2026`
/// @param from
///            when it became so
/// @param to
///            when that ended; absent while it is so
/// @param first
///            on exactly one expected document of each organisation: counting
///            these counts organisations
/// @param complete
///            on that one: whether all the organisation's expected documents are
///            delivered
/// @param findings
///            of the current version's reading; absent where there is none, and
///            where nobody may read it
record ObligationDocument(String campaign, String organization, String type, @JsonUnwrapped Where now,
        @JsonUnwrapped(suffix = "Then") Where then, String documentType, String period, String document, Instant from,
        @Nullable Instant to, @JsonUnwrapped SlotFacts facts, boolean first, boolean complete,
        @JsonUnwrapped @Nullable FoundThere findings, String hash) {
    /// What was found in a report, as it is counted. No word of it.
    ///
    /// @param aspects
    ///            that it treats, by their index in the template of the time
    /// @param missingAspects
    ///            that it was to treat
    /// @param problems
    ///            `{aspect}:{n}` for the nth problem of an aspect, from 1: how many
    ///            have it is how many problems there are
    /// @param placeholders
    ///            left unfilled
    record FoundThere(java.util.List<String> aspects, java.util.List<String> missingAspects, java.util.List<String> problems,
            int placeholders) {
        static FoundThere of(ReportFindings found) {
            return new FoundThere(found.treated().stream().map(String::valueOf).toList(),
                    found.missing().stream().map(String::valueOf).toList(), found.numberedProblems(), found.placeholders());
        }
    }

    /// The same place for the same span, in whatever view.
    static String id(String campaign, String organization, String document, int number) {
        return String.join("/", campaign, organization, document, Integer.toString(number));
    }

    /// With the hash of all that it is made of: the findings by the report that
    /// they are of, by the template, and by whether they may be read.
    ObligationDocument hashed(int template, boolean readable) {
        String all = Lane.OBLIGATIONS.mapping() + "\0" + this + '\0' + template + '\0' + readable;
        String digest = Digests.hex(all.getBytes(StandardCharsets.UTF_8)).substring(0, 32);
        return new ObligationDocument(campaign, organization, type, now, then, documentType, period, document, from, to, facts,
                first, complete, null, digest);
    }

    ObligationDocument with(FoundThere found) {
        return new ObligationDocument(campaign, organization, type, now, then, documentType, period, document, from, to, facts,
                first, complete, found, hash);
    }
}
