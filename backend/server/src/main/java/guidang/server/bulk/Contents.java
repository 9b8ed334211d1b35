package guidang.server.bulk;

import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.io.input.BoundedInputStream;
import org.apache.commons.io.input.ChecksumInputStream;

/// The files of a zip by their paths. Nothing is ever unpacked to a place that
/// the zip names: members are streams. Blocking; used by several threads.
final class Contents implements AutoCloseable {
    private static final Charset CHINESE = Charset.forName("GB18030");

    private final ZipFile zip;
    private final Map<String, ZipArchiveEntry> members;

    private Contents(ZipFile zip, Map<String, ZipArchiveEntry> members) {
        this.zip = zip;
        this.members = members;
    }

    /// Opens it, and looks at all that it claims.
    ///
    /// @throws Problem
    ///             `IMPORT_UNREADABLE`: no zip; `IMPORT_UNSAFE`: names that lead
    ///             elsewhere or stand twice, links, encryption; `IMPORT_TOO_LARGE`:
    ///             more or larger files than may be
    static Contents open(Path path, BulkSettings settings) {
        try {
            counted(path, settings);
            ZipFile zip = ZipFile.builder().setPath(path).setCharset(CHINESE).setIgnoreLocalFileHeader(true).get();
            try {
                return new Contents(zip, members(zip, path, settings));
            } catch (IOException | RuntimeException refused) {
                zip.close();
                throw refused;
            }
        } catch (Problem refused) {
            throw refused;
        } catch (IOException | RuntimeException broken) {
            // What the reading of a torn list ends with is not to be foreseen.
            throw new Problem(ProblemType.IMPORT_UNREADABLE);
        }
    }

    private static void counted(Path path, BulkSettings settings) throws IOException {
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            if (CentralDirectory.count(file, settings.members()) > settings.members()) {
                throw tooLarge("members", settings.members());
            }
        }
    }

    private static Map<String, ZipArchiveEntry> members(ZipFile zip, Path path, BulkSettings settings) throws IOException {
        Map<String, ZipArchiveEntry> members = new HashMap<>();
        long most = settings.unpacked().toBytes();
        long packed = 0;
        long unpacked = 0;
        for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
            if (entry.getGeneralPurposeBit().usesEncryption() || entry.isUnixSymlink()) {
                throw new Problem(ProblemType.IMPORT_UNSAFE);
            }
            if (entry.getSize() < 0 || entry.getCompressedSize() < 0 || entry.getCompressedSize() > path.toFile().length()) {
                throw new Problem(ProblemType.IMPORT_UNREADABLE);
            }
            packed += entry.getCompressedSize();
            unpacked = entry.getSize() > most ? most + 1 : unpacked + entry.getSize();
            if (unpacked > most) {
                throw tooLarge("unpacked", most);
            }
            if (entry.getSize() > (1 << 20) && entry.getSize() / settings.ratio() > entry.getCompressedSize()) {
                throw tooLarge("ratio", settings.ratio());
            }
            if (!entry.isDirectory()) {
                add(members, entry);
            }
        }
        if (packed > path.toFile().length()) {
            // Members that share their bytes: a few kilobytes become petabytes.
            throw new Problem(ProblemType.IMPORT_UNSAFE);
        }
        return Map.copyOf(members);
    }

    private static void add(Map<String, ZipArchiveEntry> members, ZipArchiveEntry entry) {
        Set<String> names = names(entry);
        if (names.isEmpty()) {
            throw new Problem(ProblemType.IMPORT_UNSAFE);
        }
        boolean first = true;
        for (String name : names) {
            String safe = MemberPath.checked(name);
            ZipArchiveEntry other = members.putIfAbsent(safe, entry);
            if (first && other != null) {
                throw new Problem(ProblemType.IMPORT_UNSAFE);
            }
            first = false;
        }
    }

    /// As it was meant: where no flag says UTF-8, Windows on Chinese systems writes
    /// GBK, and other programs UTF-8. A name that can be either is found by both.
    private static Set<String> names(ZipArchiveEntry entry) {
        byte[] raw = entry.getRawName();
        if (raw == null || entry.getNameSource() != ZipArchiveEntry.NameSource.NAME) {
            return Set.of(entry.getName());
        }
        Set<String> names = new LinkedHashSet<>();
        decoded(raw, StandardCharsets.UTF_8).ifPresent(names::add);
        decoded(raw, CHINESE).ifPresent(names::add);
        return names;
    }

    private static Optional<String> decoded(byte[] raw, Charset charset) {
        try {
            return Optional.of(charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(raw)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static Problem tooLarge(String what, long limit) {
        return new Problem(ProblemType.IMPORT_TOO_LARGE, "what", what, "limit", limit);
    }

    Set<String> paths() {
        return members.keySet();
    }

    boolean has(String path) {
        return members.containsKey(path);
    }

    /// The member's bytes: never more of them than the zip's list says.
    ///
    /// @throws IOException
    ///             where it is packed in a way that can't be read; while it is read,
    ///             where its bytes are not those that the list names
    InputStream open(String path) throws IOException {
        ZipArchiveEntry entry = Objects.requireNonNull(members.get(path));
        InputStream unpacked = unpacked(entry);
        InputStream bounded = BoundedInputStream.builder().setInputStream(unpacked).setMaxCount(entry.getSize()).get();
        return ChecksumInputStream.builder().setInputStream(bounded).setChecksum(new CRC32())
                .setCountThreshold(entry.getSize()).setExpectedChecksumValue(entry.getCrc()).get();
    }

    /// Where a member's bytes begin is looked up by moving the one place at which
    /// the file is read; from there on each stream reads at its own.
    private InputStream unpacked(ZipArchiveEntry entry) throws IOException {
        synchronized (zip) {
            InputStream unpacked = zip.getInputStream(entry);
            if (unpacked == null) {
                throw new IOException("nothing lies there");
            }
            return unpacked;
        }
    }

    /// As [#close], for a chain.
    boolean closed() throws IOException {
        close();
        return true;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
