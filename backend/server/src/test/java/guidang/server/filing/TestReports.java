package guidang.server.filing;

import guidang.server.access.OrganizationPaths;
import guidang.server.access.Scopes;
import guidang.server.journal.Journal;

/// Reports for other rooms' tests, over their journal.
public final class TestReports {
    private TestReports() {
    }

    public static Reports of(Journal journal, Scopes scopes, OrganizationPaths paths) {
        return new Reports(journal, scopes, paths);
    }
}
