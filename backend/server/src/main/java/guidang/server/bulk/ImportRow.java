package guidang.server.bulk;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One row of a manifest, and what has become of it.
///
/// @param row
///            as a spreadsheet counts: the header is row 1
/// @param organization
///            its code as it was written; once it is known, the code that was
///            found for it. Likewise `campaign` and `documentType`, which may be
///            named
/// @param file
///            its path in the zip
/// @param problem
///            why it was refused or failed, or what there is already
record ImportRow(int row, String organization, String organizationName, String campaign, String documentType, String period,
        String title, String date, String file, List<String> attachments, Outcome outcome, @Nullable Refusal problem) {
    ImportRow {
        attachments = List.copyOf(attachments);
    }

    /// What has become of a row.
    enum Outcome {
        /// Nobody has looked at it yet.
        @JsonProperty("unchecked")
        UNCHECKED,
        /// Nothing speaks against it.
        @JsonProperty("ready")
        READY,
        /// The dry run found what speaks against it.
        @JsonProperty("refused")
        REFUSED,
        /// It is filed.
        @JsonProperty("filed")
        FILED,
        /// The same file was filed there before.
        @JsonProperty("already")
        ALREADY,
        /// It could not be filed.
        @JsonProperty("failed")
        FAILED;

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// Whether nothing is left to be done.
        boolean settled() {
            return this == FILED || this == ALREADY;
        }
    }

    ImportRow with(Outcome now, @Nullable Refusal why) {
        return new ImportRow(row, organization, organizationName, campaign, documentType, period, title, date, file, attachments,
                now, why);
    }

    /// With what its words were found to mean.
    ImportRow meaning(String foundOrganization, String foundCampaign, String foundDocument, String foundPeriod) {
        return new ImportRow(row, foundOrganization, organizationName, foundCampaign, foundDocument, foundPeriod, title, date,
                file, attachments, outcome, problem);
    }

    /// Refused, with none of its words.
    ImportRow wordless(Refusal why) {
        return new ImportRow(row, organization, "", "", "", "", "", "", "", List.of(), Outcome.REFUSED, why);
    }

    /// Of which document of whom it says to be.
    String slot() {
        return String.join("/", campaign, organization, documentType, period);
    }
}
