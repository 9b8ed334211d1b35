package guidang.server.campaigns;

import guidang.server.campaigns.CampaignController.CampaignDocument;
import guidang.server.campaigns.PreviewController.CampaignCopy;
import guidang.server.kernel.Code;
import guidang.server.kernel.Period;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/// Copies a campaign so many years later. Pure.
record Shift(int years) {
    /// A year between anything that is no digit.
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(20\\d\\d)(?!\\d)");

    CampaignCopy copy(CampaignState campaign, CampaignNames names) {
        CampaignRecord.Created form = campaign.created();
        Whom whom = form.whom();
        Period period = form.period();
        return new CampaignCopy(campaign.code().value(), words(names.name()), period == null ? null : period(period),
                whom.target().value(), texts(whom.targets()), texts(whom.leftOut()), texts(whom.leftOutAlone()),
                List.copyOf(whom.levels()), List.copyOf(whom.types()), form.acceptance(),
                form.documents().stream().map(document -> document(document, names)).toList());
    }

    private static List<String> texts(Collection<Code> codes) {
        return codes.stream().map(Code::value).toList();
    }

    private CampaignDocument document(RequiredDocument document, CampaignNames names) {
        return new CampaignDocument(document.type().value(), words(names.document(document.type())), period(document.period()),
                document.due() instanceof DueRule.On(LocalDate day) ? day.plusYears(years) : null,
                document.due() instanceof DueRule.AfterMeeting rule ? rule : null, document.required());
    }

    /// `2025-H1` becomes `2026-H1`; `once` stays. 29 February becomes the 28th.
    String period(Period period) {
        String value = period.value();
        if (period.equals(Period.ONCE)) {
            return value;
        }
        String year = "%04d".formatted(Integer.parseInt(value.substring(0, 4)) + years);
        return (year + value.substring(4)).replace("-02-29-", "-02-28-");
    }

    String words(String text) {
        return YEAR.matcher(text).replaceAll(year -> Integer.toString(Integer.parseInt(year.group(1)) + years));
    }
}
