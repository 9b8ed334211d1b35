package guidang.server.campaigns;

import guidang.server.calendars.PlannedDays;
import guidang.server.campaigns.CampaignController.MeetingRule;
import guidang.server.campaigns.CampaignController.NewCampaign;
import guidang.server.campaigns.CampaignController.NewDocument;
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
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Goes through all members before it refuses, so that a person mends all of
/// them at once.
final class CampaignFormReader {
    private static final int NAME_LIMIT = 120;
    private static final int DOCUMENTS_LIMIT = 50;
    /// Of each list, so that the record stays below its limit of bytes.
    private static final int ORGANIZATIONS_LIMIT = 300;
    private static final int LEVELS_LIMIT = 5;

    private final List<String> wrong = new ArrayList<>();
    private final SortedMap<String, String> names = new TreeMap<>();
    private final List<RequiredDocument> documents = new ArrayList<>();

    CampaignForm read(NewCampaign wished) {
        Code code = present("code", wished.code());
        String name = name("name", wished.name());
        Code target = present("target", wished.target());
        NavigableSet<Code> targets = codes("targets", wished.targets());
        NavigableSet<Code> leftOut = codes("leftOut", wished.leftOut());
        NavigableSet<Code> leftOutAlone = codes("leftOutAlone", wished.leftOutAlone());
        NavigableSet<Integer> levels = levels(wished.levels());
        NavigableSet<OrganizationType> types = types(wished.types());
        List<Integer> acceptance = acceptance(wished.acceptance());
        List<@Nullable NewDocument> wanted = wished.documents() == null ? List.of() : wished.documents();
        if (wanted.size() > DOCUMENTS_LIMIT) {
            wrong.add("documents");
        }
        readDocuments(wanted.subList(0, Math.min(wanted.size(), DOCUMENTS_LIMIT)));
        if (!wrong.isEmpty() || code == null || target == null) {
            throw new Problem(ProblemType.INVALID_FIELD, "fields", wrong);
        }
        Whom whom = new Whom(target, targets.isEmpty() ? Whom.sorted(List.of(target)) : targets, leftOut, leftOutAlone, levels,
                types);
        return new CampaignForm(code, name, wished.period(), whom, acceptance, List.copyOf(documents), names);
    }

    private NavigableSet<Code> codes(String field, @Nullable List<@Nullable Code> given) {
        NavigableSet<Code> codes = new TreeSet<>();
        List<@Nullable Code> all = given == null ? List.of() : given;
        for (int i = 0; i < Math.min(all.size(), ORGANIZATIONS_LIMIT + 1); i++) {
            Code code = present(field + "[" + i + "]", all.get(i));
            if (code != null) {
                codes.add(code);
            }
        }
        if (all.size() > ORGANIZATIONS_LIMIT) {
            wrong.add(field);
        }
        return codes;
    }

    private NavigableSet<Integer> levels(@Nullable List<@Nullable Integer> given) {
        NavigableSet<Integer> levels = new TreeSet<>();
        List<@Nullable Integer> all = given == null ? List.of() : given;
        for (Integer level : all) {
            if (level == null || level < 1 || level > Whom.DEEPEST) {
                wrong.add("levels");
                return levels;
            }
            levels.add(level);
        }
        return levels;
    }

    private static NavigableSet<OrganizationType> types(@Nullable List<@Nullable OrganizationType> given) {
        NavigableSet<OrganizationType> types = new TreeSet<>();
        List<@Nullable OrganizationType> all = given == null ? List.of() : given;
        for (OrganizationType type : all) {
            if (type != null) {
                types.add(type);
            }
        }
        return types;
    }

    /// Upwards, one after the other; absent: the parent.
    private List<Integer> acceptance(@Nullable List<@Nullable Integer> given) {
        if (given == null) {
            return CampaignRecord.PARENT;
        }
        List<Integer> levels = new ArrayList<>();
        int last = 0;
        for (Integer level : given) {
            if (level == null || level <= last || level > Whom.DEEPEST) {
                wrong.add("acceptance");
                return levels;
            }
            levels.add(level);
            last = level;
        }
        if (levels.isEmpty() || levels.size() > LEVELS_LIMIT) {
            wrong.add("acceptance");
        }
        return levels;
    }

    private void readDocuments(List<@Nullable NewDocument> wanted) {
        Set<Map.Entry<Code, Period>> seen = new HashSet<>();
        Map<Code, String> named = new HashMap<>();
        for (int i = 0; i < wanted.size(); i++) {
            String field = "documents[" + i + "].";
            NewDocument document = wanted.get(i);
            if (document == null) {
                wrong.add("documents[" + i + "]");
                continue;
            }
            Code type = present(field + "type", document.type());
            Period period = document.period() == null ? Period.ONCE : document.period();
            String name = name(field + "name", document.name());
            DueRule due = due(field, document);
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

    /// A day or a rule, not both.
    private @Nullable DueRule due(String field, NewDocument document) {
        MeetingRule rule = document.afterMeeting();
        if (rule == null) {
            LocalDate day = PlannedDays.bounded(document.due());
            if (day == null) {
                wrong.add(field + "due");
            }
            return day == null ? null : new DueRule.On(day);
        }
        Integer days = rule.days();
        if (document.due() != null) {
            wrong.add(field + "due");
        }
        if (days == null || days < 0 || days > DueRule.AfterMeeting.MOST) {
            wrong.add(field + "afterMeeting.days");
            return null;
        }
        return new DueRule.AfterMeeting(days, rule.working() != null && rule.working());
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
}
