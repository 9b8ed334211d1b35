package guidang.server.index;

import guidang.server.campaigns.CampaignState;
import guidang.server.journal.JournalRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A campaign at a view, with when what it asks for changed.
///
/// @param opened
///            the commit from which everything is owed
/// @param templates
///            that were in force then or later, in order
record Cut(CampaignState campaign, long opened, Instant openedAt, List<Since> templates) {
    Cut {
        templates = List.copyOf(templates);
    }

    /// A template, and from which commit on.
    record Since(long commit, Instant at, CampaignState.Template template) {}

    /// Empty where it is not open at the view.
    ///
    /// @param stream
    ///            of the campaign, as far as the view
    static Optional<Cut> of(List<JournalRecord> stream) {
        Optional<JournalRecord> opened = stream.stream().filter(record -> record.type().equals("opened")).findFirst();
        return opened.flatMap(record -> CampaignState.of(stream)
                .map(state -> new Cut(state, record.commit(), record.committedAt(), templates(stream))));
    }

    private static List<Since> templates(List<JournalRecord> stream) {
        List<Since> all = new ArrayList<>();
        for (int i = 0; i < stream.size(); i++) {
            JournalRecord record = stream.get(i);
            if (record.type().equals("template")) {
                CampaignState.of(stream.subList(0, i + 1)).map(CampaignState::template)
                        .ifPresent(set -> all.add(new Since(record.commit(), record.committedAt(), set)));
            }
        }
        return all;
    }

    /// As it was at an earlier view at which it was open.
    Cut before(long view) {
        return new Cut(campaign, opened, openedAt, templates.stream().filter(since -> since.commit < view).toList());
    }

    CampaignState.@Nullable Template template(int version) {
        return templates.stream().map(Since::template).filter(each -> each.version() == version).findFirst().orElse(null);
    }

    /// The version of the template in force; 0 where there is none.
    int templateAt(long commit) {
        return templates.stream().filter(since -> since.commit <= commit).map(since -> since.template.version())
                .reduce(0, (_, later) -> later);
    }
}
