package guidang.server.campaigns;

import guidang.server.kernel.Code;
import guidang.server.kernel.Period;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import guidang.server.organizations.OrganizationType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A new campaign, checked: every member present, within bounds, and no
/// document twice.
record CampaignForm(Code code, String name, Code target, List<OrganizationType> types, List<RequiredDocument> documents,
        SortedMap<String, String> documentNames) {
    private static final int NAME_LIMIT = 120;
    private static final int DOCUMENTS_LIMIT = 50;
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

    /// @throws Problem
    ///             `INVALID_FIELD` with all fields that are wrong
    static CampaignForm of(CampaignController.NewCampaign wished) {
        return new Reader().read(wished);
    }

    /// Goes through all members before it refuses, so that a person mends all of
    /// them at once.
    private static final class Reader {
        private final List<String> wrong = new ArrayList<>();
        private final SortedMap<String, String> names = new TreeMap<>();
        private final List<RequiredDocument> documents = new ArrayList<>();

        CampaignForm read(CampaignController.NewCampaign wished) {
            Code code = present("code", wished.code());
            String name = name("name", wished.name());
            Code target = present("target", wished.target());
            List<CampaignController.NewDocument> wanted = wished.documents() == null ? List.of() : wished.documents();
            if (wanted.isEmpty() || wanted.size() > DOCUMENTS_LIMIT) {
                wrong.add("documents");
            }
            readDocuments(wanted.subList(0, Math.min(wanted.size(), DOCUMENTS_LIMIT)));
            if (!wrong.isEmpty() || code == null || target == null) {
                throw new Problem(ProblemType.INVALID_FIELD, "fields", wrong);
            }
            List<OrganizationType> types = wished.types() == null
                    ? List.of()
                    : wished.types().stream().distinct().sorted().toList();
            return new CampaignForm(code, name, target, types, List.copyOf(documents), names);
        }

        private void readDocuments(List<CampaignController.NewDocument> wanted) {
            Set<Map.Entry<Code, Period>> seen = new HashSet<>();
            Map<Code, String> named = new HashMap<>();
            for (int i = 0; i < wanted.size(); i++) {
                String field = "documents[" + i + "].";
                CampaignController.NewDocument document = wanted.get(i);
                Code type = present(field + "type", document.type());
                Period period = document.period() == null ? Period.ONCE : document.period();
                String name = name(field + "name", document.name());
                LocalDate due = due(field + "due", document.due());
                if (type == null || due == null) {
                    continue;
                }
                if (!seen.add(Map.entry(type, period))) {
                    wrong.add(field + "period");
                }
                String before = named.putIfAbsent(type, name);
                if (before != null && !before.equals(name)) {
                    wrong.add(field + "name");
                }
                names.put(type.value(), name);
                documents.add(new RequiredDocument(type, period, due, document.required() == null || document.required()));
            }
        }

        private <T> @Nullable T present(String field, @Nullable T value) {
            if (value == null) {
                wrong.add(field);
            }
            return value;
        }

        private String name(String field, @Nullable String value) {
            String name = value == null ? "" : value.strip();
            if (name.isEmpty() || name.codePointCount(0, name.length()) > NAME_LIMIT) {
                wrong.add(field);
            }
            return name;
        }

        private @Nullable LocalDate due(String field, @Nullable LocalDate value) {
            if (value == null || value.isBefore(EARLIEST) || value.isAfter(LATEST)) {
                wrong.add(field);
                return null;
            }
            return value;
        }
    }
}
