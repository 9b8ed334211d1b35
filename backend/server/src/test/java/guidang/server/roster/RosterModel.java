package guidang.server.roster;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A campaign's roster as a person with paper and pencil would keep it.
final class RosterModel {
    /// Of the installation: one for all models.
    static final Map<Integer, Calendar> CALENDARS = new HashMap<>();

    private final Map<String, String> parents = new TreeMap<>();
    private final Map<String, String> types = new HashMap<>();
    private final Set<String> rostered = new TreeSet<>();
    private final Map<String, LocalDate> planned = new HashMap<>();
    private final Map<String, LocalDate> held = new HashMap<>();
    private final Map<String, Map<Integer, LocalDate>> told = new HashMap<>();
    private final Set<String> exempted = new HashSet<>();
    private final Map<String, LocalDate> extended = new HashMap<>();
    private final List<Document> documents = new ArrayList<>();

    record Calendar(Set<LocalDate> holidays, Set<LocalDate> workdays) {}

    /// @param day
    ///            null where so many days after the meeting
    record Document(String type, @Nullable LocalDate day, int days, boolean working) {}

    /// What is to be seen of a document.
    record Seen(String type, @Nullable String due, boolean exempted) {}

    /// What is to be seen of an organisation.
    record Row(String organization, @Nullable String planned, @Nullable String held, List<Seen> slots) {}

    void organization(String code, String type, String parent) {
        parents.put(code, parent);
        types.put(code, type);
    }

    List<String> organizations() {
        return List.copyOf(parents.keySet());
    }

    String type(String code) {
        return types.getOrDefault(code, "");
    }

    void document(Document document) {
        documents.add(document);
    }

    List<Document> documents() {
        return documents;
    }

    List<String> rostered() {
        return List.copyOf(rostered);
    }

    /// From the organisation up to the root.
    private List<String> above(String code) {
        List<String> all = new ArrayList<>();
        for (String at = code; at != null; at = parents.get(at)) {
            all.add(at);
        }
        return all;
    }

    int level(String code) {
        return above(code).size();
    }

    /// Everybody below the target who is picked and not left out.
    Set<String> asked(String target, Set<String> picked, Set<String> out, Set<String> alone, Set<Integer> levels,
            Set<String> wanted) {
        Set<String> asked = new TreeSet<>();
        for (String code : parents.keySet()) {
            List<String> above = above(code);
            int top = above.indexOf(target);
            List<String> way = top < 0 ? List.of() : above.subList(0, top + 1);
            boolean fits = (levels.isEmpty() || levels.contains(above.size()))
                    && (wanted.isEmpty() || wanted.contains(types.get(code)));
            if (top > 0 && fits && !alone.contains(code) && way.stream().anyMatch(at -> picked.isEmpty() || picked.contains(at))
                    && way.stream().noneMatch(out::contains)) {
                asked.add(code);
            }
        }
        return asked;
    }

    void open(Set<String> asked) {
        rostered.addAll(asked);
    }

    void add(String code) {
        rostered.add(code);
    }

    void plan(String code, LocalDate day) {
        planned.put(code, day);
    }

    /// By the calendars of now.
    void hold(String code, LocalDate day) {
        held.put(code, day);
        Map<Integer, LocalDate> days = new HashMap<>();
        documents.stream().filter(Document::working).forEach(d -> days.put(d.days(), worked(day, d.days())));
        told.put(code, days);
    }

    private static LocalDate worked(LocalDate from, int n) {
        LocalDate day = from;
        for (int left = n; left > 0;) {
            day = day.plusDays(1);
            Calendar calendar = CALENDARS.getOrDefault(day.getYear(), new Calendar(Set.of(), Set.of()));
            boolean weekend = Arrays.asList(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY).contains(day.getDayOfWeek());
            boolean worked = calendar.workdays().contains(day) || !(weekend || calendar.holidays().contains(day));
            left -= worked ? 1 : 0;
        }
        return day;
    }

    /// The last day by the campaign's rule; null while it is missing.
    @Nullable
    LocalDate due(String code, Document document) {
        LocalDate day = held.get(code);
        if (document.day() != null || day == null) {
            return document.day();
        }
        return document.working() ? told.getOrDefault(code, Map.of()).get(document.days()) : day.plusDays(document.days());
    }

    void exempt(String code, String type) {
        exempted.add(code + "/" + type);
    }

    void include(String code, String type) {
        exempted.remove(code + "/" + type);
    }

    boolean exempted(String code, String type) {
        return exempted.contains(code + "/" + type);
    }

    void extend(String code, String type, LocalDate day) {
        extended.put(code + "/" + type, day);
    }

    List<Row> rows() {
        return rostered.stream().map(code -> new Row(code, text(planned.get(code)), text(held.get(code)),
                documents.stream().map(document -> seen(code, document)).toList())).toList();
    }

    private Seen seen(String code, Document document) {
        LocalDate due = extended.getOrDefault(code + "/" + document.type(), due(code, document));
        return new Seen(document.type(), text(due), exempted(code, document.type()));
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }
}
