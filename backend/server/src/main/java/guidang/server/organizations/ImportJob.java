package guidang.server.organizations;

import guidang.server.access.Caller;
import guidang.server.access.Role;
import guidang.server.journal.Command;
import guidang.server.journal.Decision;
import guidang.server.journal.NewRecord;
import guidang.server.journal.StreamKey;
import guidang.server.journal.View;
import guidang.server.kernel.Code;
import guidang.server.kernel.OperationId;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import guidang.server.objects.Blobs;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// One import, named by the digest of its list: the same list again is the same
/// job, whoever brings it, and goes on where it stopped.
///
/// @param digest
///            SHA-256 of the list's bytes
record ImportJob(String digest) {
    /// Rows of one transaction.
    static final int CHUNK = 256;

    /// The id of the transaction that begins with the row of this index
    /// (PROTOCOL 19).
    OperationId operation(int index) {
        return OperationId.of("job", "organizations:" + digest, Integer.toString(index));
    }

    /// Of all transactions that a list of this length can come to.
    Set<OperationId> operations(int rows) {
        Set<OperationId> all = new HashSet<>();
        for (int index = 0; index < rows; index += CHUNK) {
            all.add(operation(index));
        }
        return all;
    }

    List<Chunk> chunks(List<ImportRow> ordered) {
        List<Chunk> chunks = new ArrayList<>();
        for (int index = 0; index < ordered.size(); index += CHUNK) {
            chunks.add(new Chunk(this, index, ordered.subList(index, Math.min(index + CHUNK, ordered.size()))));
        }
        return chunks;
    }

    /// The rows of one transaction.
    record Chunk(ImportJob job, int index, List<ImportRow> rows) {
        OperationId operation() {
            return job.operation(index);
        }

        byte[] details() {
            SortedMap<String, String> names = new TreeMap<>();
            rows.forEach(row -> names.put(row.code().value(), row.name()));
            return OrganizationCodec.details(names);
        }

        Command command(Caller caller, Organizations tree, Blobs.Ref details) {
            return new Command(operation(), job.digest + ":" + index, new Creation(caller, tree, rows, details));
        }
    }

    /// All rows, or none: each code is free, each parent is there, and the caller
    /// administers it, all in the view in which it is committed.
    private record Creation(Caller caller, Organizations tree, List<ImportRow> rows, Blobs.Ref details) implements Decision {
        @Override
        public List<NewRecord> decide(View view) {
            view.need(rows.stream().map(row -> StreamKey.organization(row.code())).toList());
            Set<Code> here = new HashSet<>();
            Set<Code> checked = new HashSet<>();
            List<NewRecord> records = new ArrayList<>();
            for (ImportRow row : rows) {
                if (!view.stream(StreamKey.organization(row.code())).isEmpty()) {
                    throw new Problem(ProblemType.ORGANIZATION_EXISTS, "organization", row.code().value());
                }
                if (!here.contains(row.parent()) && checked.add(row.parent())) {
                    requireAdministered(view, row.parent());
                }
                here.add(row.code());
                records.add(
                        OrganizationCodec.write(row.code(), new OrganizationRecord.Created(row.parent(), row.type(), details)));
            }
            return records;
        }

        private void requireAdministered(View view, Code parent) {
            Set<Code> administered = caller.at(Role.ADMINISTRATOR);
            if (tree.lineage(view, parent).stream().noneMatch(administered::contains)) {
                throw new Problem(ProblemType.ORGANIZATION_UNKNOWN, "organization", parent.value());
            }
        }
    }
}
