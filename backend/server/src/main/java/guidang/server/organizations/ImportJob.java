package guidang.server.organizations;

import guidang.server.access.Caller;
import guidang.server.journal.Command;
import guidang.server.kernel.Digests;
import guidang.server.kernel.OperationId;
import guidang.server.objects.Blobs;
import guidang.server.organizations.OrganizationRecord.Act;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One import, named by the digest of its list. The same list handed in again
/// is compared with the tree again, and does what is left.
///
/// @param digest
///            SHA-256 of the list's bytes
record ImportJob(String digest) {
    /// Steps of one transaction.
    static final int CHUNK = 256;

    List<Chunk> chunks(List<ImportStep> steps) {
        List<Chunk> chunks = new ArrayList<>();
        for (int index = 0; index < steps.size(); index += CHUNK) {
            chunks.add(new Chunk(this, steps.subList(index, Math.min(index + CHUNK, steps.size()))));
        }
        return chunks;
    }

    /// The steps of one transaction.
    record Chunk(ImportJob job, List<ImportStep> steps) {
        /// The same steps from the same beginning are the same transaction, on
        /// whichever replica (PROTOCOL 19).
        OperationId operation() {
            return OperationId.of("job", "organizations:" + job.digest, contents());
        }

        private String contents() {
            String text = steps.stream().map(ImportStep::text).collect(Collectors.joining("\n"));
            return Digests.hex(text.getBytes(StandardCharsets.UTF_8));
        }

        OrganizationDetails details(@Nullable String reason) {
            SortedMap<String, String> names = new TreeMap<>();
            SortedMap<String, String> shortNames = new TreeMap<>();
            for (ImportStep step : steps) {
                String shortName = step.shortName();
                if (step.names()) {
                    names.put(step.code().value(), step.row().name());
                }
                if (step.names() && shortName != null) {
                    shortNames.put(step.code().value(), shortName);
                }
            }
            return new OrganizationDetails(1, names.isEmpty() ? null : names, shortNames.isEmpty() ? null : shortNames, reason);
        }

        Command command(Caller caller, Organizations tree, Blobs.Ref details, Act act) {
            List<Changes.Change> changes = steps.stream()
                    .map(step -> new Changes.Change(step.code(), step.record(details, act), step.position())).toList();
            return new Command(operation(), contents(), new Changes(caller, tree, changes));
        }
    }
}
