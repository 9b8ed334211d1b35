package guidang.server.campaigns;

import guidang.server.calendars.CalendarList;
import guidang.server.aspects.AspectMatcher;
import guidang.server.aspects.AspectTemplate;
import reactor.core.publisher.Mono;
import java.util.stream.Stream;
import java.time.Instant;
import java.time.LocalDate;
import guidang.server.access.Caller;
import guidang.server.journal.Command;
import guidang.server.journal.Committed;
import guidang.server.journal.Journal;
import guidang.server.journal.NewRecord;
import guidang.server.kernel.Code;
import guidang.server.kernel.OperationId;
import guidang.server.objects.Blobs;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/// This room over a journal, and campaigns written without its rules, for the
/// tests of other rooms.
public final class RunningCampaigns {
    private final Journal journal;
    private final Blobs blobs;
    private final CampaignList list = new CampaignList(new CalendarList());
    private final Campaigns campaigns;

    public RunningCampaigns(Journal journal, Blobs blobs) {
        this.journal = journal;
        this.blobs = blobs;
        this.campaigns = new Campaigns(list, new Rosters(blobs), blobs, new Due(ZoneId.of("Asia/Shanghai")), journal,
                _ -> Optional.empty());
        journal.follow(0, list).block();
    }

    public Campaigns campaigns() {
        return campaigns;
    }

    /// Templates as they were in force, from their blobs.
    public AspectTemplates templates() {
        return new AspectTemplates() {
            @Override
            public Mono<InForce> find(Code campaign) {
                return Mono.justOrEmpty(list.find(campaign).map(CampaignState::template))
                        .flatMap(set -> matcher(set).map(matcher -> new InForce(set.version(), matcher)));
            }

            @Override
            public Mono<InForce> find(Caller caller, Code campaign) {
                return find(campaign);
            }

            @Override
            public Mono<AspectMatcher> matcher(CampaignState.Template set) {
                return set.aspects() == 0
                        ? Mono.empty()
                        : blobs.get(set.operation(), set.details()).map(CampaignCodec::template).map(AspectMatcher::new);
            }

            @Override
            public Mono<InForce> at(Code campaign, Instant moment) {
                return find(campaign);
            }
        };
    }

    /// Sets the campaign's template.
    public Committed template(Code code, String step, String... aspects) {
        AspectTemplate template = new AspectTemplate(75,
                Stream.of(aspects).map(name -> new AspectTemplate.Aspect(name, List.of())).toList());
        return write(code, step, new CampaignRecord.Template(put(code, step, CampaignCodec.template(template)), aspects.length));
    }

    /// Creates and opens a campaign for these organisations, by path, in parts of
    /// the given size.
    public Committed open(Code code, List<RequiredDocument> documents, List<String> paths, int part) {
        return open(code, documents, CampaignRecord.PARENT, paths, part);
    }

    /// One that asks for nothing, and whose reports so many levels above accept
    /// in turn.
    public Committed open(Code code, List<Integer> acceptance, List<String> paths) {
        return open(code, List.of(), acceptance, paths, paths.size());
    }

    private Committed open(Code code, List<RequiredDocument> documents, List<Integer> acceptance, List<String> paths, int part) {
        write(code, "create",
                new CampaignRecord.Created(put(code, "create", CampaignCodec.details("专题 " + code, new TreeMap<>())),
                        new Whom(new Code("ROOT"), List.of()), documents, acceptance, null));
        write(code, "opening", new CampaignRecord.OpeningStarted());
        List<RosterRow> rows = paths.stream().map(path -> new RosterRow(code(path), path))
                .sorted(Comparator.comparing(RosterRow::organization)).toList();
        for (int from = 0; from < rows.size(); from += part) {
            List<RosterRow> some = new ArrayList<>(rows.subList(from, Math.min(rows.size(), from + part)));
            String step = "part" + from;
            write(code, step,
                    new CampaignRecord.RosterPart(put(code, step, CampaignCodec.roster(some)), some.getFirst().organization(),
                            some.size()));
        }
        return write(code, "opened", new CampaignRecord.Opened(rows.size()));
    }

    /// Takes further organisations in, by path.
    public Committed add(Code code, List<String> paths) {
        String step = "add" + paths;
        List<RosterRow> rows = paths.stream().map(path -> new RosterRow(code(path), path))
                .sorted(Comparator.comparing(RosterRow::organization)).toList();
        return write(code, step,
                new CampaignRecord.Added(rows, put(code, step, CampaignCodec.reason("新成立")), Instant.EPOCH, "lin"));
    }

    /// The organisation's meeting was held.
    public Committed held(Code campaign, Code organization, LocalDate day) {
        NewRecord written = MeetingCodec.write(campaign, organization,
                new MeetingRecord.Held(day, new TreeMap<>(), false, Instant.EPOCH, "zhang", false));
        String step = organization + " held " + journal.position();
        return Objects.requireNonNull(journal.submit(new Command(operation(campaign, step), step, view -> {
            view.need(List.of(written.stream()));
            return List.of(written);
        })).block());
    }

    private static Code code(String path) {
        return new Code(path.substring(path.lastIndexOf('/', path.length() - 2) + 1, path.length() - 1));
    }

    private static OperationId operation(Code code, String step) {
        return OperationId.of("test", code.value(), step);
    }

    private Blobs.Ref put(Code code, String step, byte[] bytes) {
        return Objects.requireNonNull(blobs.put(operation(code, step), bytes).block());
    }

    private Committed write(Code code, String step, CampaignRecord record) {
        NewRecord written = CampaignCodec.write(code, record);
        return Objects.requireNonNull(journal.submit(new Command(operation(code, step), step, view -> {
            view.need(List.of(written.stream()));
            return List.of(written);
        })).block());
    }
}
