package guidang.server.bulk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/// Makes archives, as Windows on Chinese systems packs them where nothing else
/// is said: names in GBK, without a flag.
final class Zips {
    static final BulkSettings SETTINGS = new BulkSettings(org.springframework.util.unit.DataSize.ofMegabytes(100), 100, 200,
            org.springframework.util.unit.DataSize.ofMegabytes(50), 100, java.time.Duration.ofDays(7), 2);

    private final Map<String, byte[]> members = new LinkedHashMap<>();

    Zips with(String path, byte[] bytes) {
        members.put(path, bytes);
        return this;
    }

    Zips with(String path, String text) {
        return with(path, text.getBytes(StandardCharsets.UTF_8));
    }

    byte[] bytes() {
        return bytes("GBK");
    }

    @SuppressWarnings("PreferCharsetOverload") // that one is not public
    byte[] bytes(String charset) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
            zip.setEncoding(charset);
            zip.setUseLanguageEncodingFlag(false);
            for (Map.Entry<String, byte[]> member : members.entrySet()) {
                zip.putArchiveEntry(new ZipArchiveEntry(member.getKey()));
                zip.write(member.getValue());
                zip.closeArchiveEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static Path file(Path folder, byte[] bytes) throws IOException {
        return Files.write(folder.resolve("a.zip"), bytes);
    }
}
