package guidang.server.objects;

import guidang.server.kernel.Code;
import guidang.server.kernel.Digests;
import guidang.server.kernel.OperationId;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;

/// All paths of the store, and nothing else; described in docs/FORMAT.md, which
/// changes with it.
public final class Layout {
    private Layout() {
    }

    // archive: written once
    public static String blob(OperationId operation, String sha256) {
        return blobs(operation) + sha256;
    }

    /// The folder of all that an operation brought.
    static String blobs(OperationId operation) {
        return "blobs/" + operation.value().substring(0, 2) + "/" + operation + "/";
    }

    /// A checked key that [#blob] made, or an [UnsupportedOperationException]: only
    /// blobs may be destroyed.
    static String destructible(String key) {
        if (!Keys.checked(key).startsWith("blobs/")) {
            throw new UnsupportedOperationException("only blobs are destroyed");
        }
        return key;
    }

    public static String commit(long number) {
        return "journal/commits/" + sharded(number) + ".json";
    }

    public static String checkpoint(long commit) {
        return "journal/checkpoints/" + sharded(commit);
    }

    // archive: derived, remade at will
    public static String latestCheckpoint() {
        return "journal/checkpoint";
    }

    public static String watermark() {
        return "journal/watermark";
    }

    /// Kept for the second watermark of PROTOCOL 16.
    public static String locked() {
        return "journal/locked";
    }

    /// A tile or entry bundle: `journal/tile/{level}/{index}` as C2SP tlog-tiles
    /// encodes it.
    public static String tile(String encoded) {
        return "journal/" + encoded;
    }

    public static String streamRecord(String stream, int position) {
        return stream(stream) + String.format(Locale.ROOT, "%06d.json", position);
    }

    /// `reports/C/O/T/P` → `streams/reports/{shard}/C_O_T_P_`: a folder a slot
    /// would cost an fsync of three folders for each report, and most slots hold
    /// one record.
    private static String stream(String stream) {
        int kind = stream.indexOf('/');
        String shard = OperationId.base32(Digests.sha256(stream.getBytes(StandardCharsets.UTF_8)), 2);
        return "streams/" + stream.substring(0, kind) + "/" + shard + "/" + stream.substring(kind + 1).replace('/', '_') + "_";
    }

    /// Whether the key names something that is put, once, and can be made again
    /// from the commits: a put of it is durable only after [ObjectStore#sync].
    public static boolean derived(String key) {
        return key.startsWith("streams/") || key.startsWith("operations/") || key.startsWith("journal/tile/");
    }

    public static String operation(OperationId operation) {
        return "operations/" + operation.value().substring(0, 2) + "/" + operation + ".json";
    }

    public static String treeSnapshot() {
        return "snapshots/organizations";
    }

    // both places: what the start-up probe leaves
    static String probe(String token) {
        return "probe/" + token;
    }

    // work
    public static String staged(String upload) {
        return "staging/" + upload + "/file";
    }

    public static String stagedFacts(String upload) {
        return "staging/" + upload + "/facts.json";
    }

    public static String stagedReading(String upload) {
        return "staging/" + upload + "/reading.json";
    }

    public static String stagedPreview(String upload) {
        return "staging/" + upload + "/preview.jpg";
    }

    /// What an upload that comes in parts is to become.
    public static String resumable(String upload) {
        return "staging/" + upload + "/resumable.json";
    }

    /// The bytes of an upload that arrived from the offset on. It is there only
    /// where all before it are.
    public static String part(String upload, long offset) {
        return parts(upload) + String.format(Locale.ROOT, "%013d", offset);
    }

    /// The folder of an upload's parts.
    public static String parts(String upload) {
        return "staging/" + upload + "/parts/";
    }

    /// Whether the key is a part's: a store may list what it is just about to make
    /// under another name.
    public static boolean isPart(String key) {
        String name = key.substring(key.lastIndexOf('/') + 1);
        return name.length() == 13 && name.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /// The offset in the key of a part.
    public static long offset(String part) {
        return Long.parseLong(part.substring(part.lastIndexOf('/') + 1));
    }

    /// That somebody has an upload that is not finished.
    public static String unfinished(String caller, String upload) {
        return unfinished(caller) + upload + ".json";
    }

    /// The folder of the uploads that somebody has not finished.
    public static String unfinished(String caller) {
        return states("uploads") + caller + "/";
    }

    /// Whether the key lies under `staging/`, which expires: with it nothing is
    /// lost but an upload that nobody filed. Not a part: who sent it was told that
    /// it is there, and does not send it again.
    static boolean staging(String key) {
        return key.startsWith("staging/") && !key.contains("/parts/");
    }

    public static String state(String kind, String id, long version) {
        return "state/" + kind + "/" + id + "/" + String.format(Locale.ROOT, "%012d", version) + ".json";
    }

    /// The folder of all state of a kind.
    public static String states(String kind) {
        return "state/" + kind + "/";
    }

    /// The folder of the reminders that an organisation was sent.
    public static String notices(Code organization) {
        return states("notices") + organization + "/";
    }

    /// A reminder.
    ///
    /// @param name
    ///            `{day}-{slot}-{k}`: the k-th of the day for that slot
    public static String notice(Code organization, String name) {
        return notices(organization) + name + ".json";
    }

    /// That a request for reminders was made on a day.
    public static String reminding(LocalDate day, OperationId request) {
        return states("remindings") + day + "/" + request + ".json";
    }

    /// The round of reminders of a day: its k-th attempt, or that it is `done`.
    public static String round(LocalDate day, String name) {
        return states("rounds") + day + "/" + name + ".json";
    }

    /// A message that is to be sent at the time, in seconds since 1970, in its n-th
    /// attempt: in the order of their times.
    public static String outgoing(long time, String message, int attempt) {
        return states("outbox") + String.format(Locale.ROOT, "%012d-%s-%02d.json", time, message, attempt);
    }

    /// The mail address of an organisation.
    public static String address(Code organization) {
        return states("addresses") + organization + ".json";
    }

    /// The folder of all that an import of reports consists of.
    public static String imported(String id) {
        return states("imports") + id + "/";
    }

    /// The zip that was handed in.
    public static String importedZip(String id) {
        return imported(id) + "zip";
    }

    /// What has become of its rows, a page of them each.
    public static String importedRows(String id, int page) {
        return imported(id) + String.format(Locale.ROOT, "rows/%06d.json", page);
    }

    /// How many of each page came to what.
    public static String importedCounts(String id) {
        return imported(id) + "counts.json";
    }

    /// All of a register that was handed in as a sheet.
    public static String sheets(String id) {
        return states("sheets") + id + "/";
    }

    /// The sheet itself.
    public static String sheet(String id) {
        return sheets(id) + "sheet";
    }

    /// What a job was given to work from.
    ///
    /// @param name
    ///            `[a-z0-9-]{1,32}`
    public static String jobFile(String job, String name) {
        return jobFiles(job) + name;
    }

    /// The folder of all that a job was given.
    public static String jobFiles(String job) {
        return jobFiles() + job + "/";
    }

    public static String jobFiles() {
        return "jobs/";
    }

    /// The file that came of a job.
    public static String export(String job) {
        return exports() + job;
    }

    public static String exports() {
        return "exports/";
    }

    /// The folder of the drafts that an organisation keeps.
    public static String drafts(Code organization) {
        return states("drafts") + organization + "/";
    }

    /// A draft as it was saved for the n-th time.
    public static String draft(Code organization, String id, long n) {
        return state("drafts", organization + "/" + id, n);
    }

    /// Twelve digits, a thousand to a folder: `000/000/001/234`
    /// → `000000001/000000001234`.
    private static String sharded(long number) {
        return String.format(Locale.ROOT, "%09d/%012d", number / 1000, number);
    }
}
