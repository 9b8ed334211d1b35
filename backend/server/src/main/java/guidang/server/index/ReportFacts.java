package guidang.server.index;

import guidang.server.filing.ReportRecord.Filed;
import guidang.server.filing.Version;
import guidang.server.kernel.Code;
import guidang.server.kernel.Digests;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What the index knows of a report beside its words. No field names a person.
///
/// @param path
///            where the organisation lies in the tree of now
/// @param ancestors
///            the paths of all above it and its own: a subtree is one term
/// @param turn
///            the organisation whose turn it is to accept it; absent where it
///            waits for nobody
/// @param month
///            of receipt in the installation's time zone, `2026-11`
/// @param position
///            of the journal after the commit that brought it
record ReportFacts(String report, String organization, String path, List<String> ancestors, String campaign, String documentType,
        String period, int version, String state, @Nullable String turn, boolean current, Instant receivedAt, String month,
        Instant committedAt,
        long position) {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuu-MM", Locale.ROOT);

    static ReportFacts of(Version version, Lying lying, ZoneId zone) {
        Filed filed = version.filed();
        return new ReportFacts(filed.report().value(), filed.organization().value(), lying.path(), Where.upTo(lying.path()),
                filed.campaign().value(),
                filed.documentType().value(), filed.period().value(), filed.version(),
                version.state().name().toLowerCase(Locale.ROOT),
                lying.levels().turn(version).map(Code::value).orElse(null), version.current(), filed.receivedAt(),
                MONTH.format(filed.receivedAt().atZone(zone)),
                version.record().committedAt(),
                version.record().commit() + 1);
    }

    /// Of all that the document is made of; the words by the digests that the
    /// record names.
    String hash(Filed filed) {
        String all = Lane.REPORTS.mapping() + "\0" + this + '\0' + filed.reading().sha256() + '\0' + filed.details().sha256();
        return Digests.hex(all.getBytes(StandardCharsets.UTF_8)).substring(0, 32);
    }
}
