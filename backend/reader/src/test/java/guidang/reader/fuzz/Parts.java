package guidang.reader.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// A zip container as a fuzzer can change it without breaking it: its parts,
/// each a name, a byte 0xfe and the content, divided by bytes 0xff. Neither
/// occurs in UTF-8.
final class Parts {
    private static final byte PART = (byte) 0xff;
    private static final byte NAME = (byte) 0xfe;
    private static final int LONGEST_NAME = 1_000;

    private Parts() {
    }

    static byte[] zip(byte[] parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Set<String> names = new HashSet<>();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.NO_COMPRESSION);
            for (int from = 0; from <= parts.length;) {
                int to = find(parts, PART, from, parts.length);
                int name = find(parts, NAME, from, to);
                String words = new String(parts, from, Math.min(name - from, LONGEST_NAME), StandardCharsets.UTF_8);
                if (names.add(words)) {
                    zip.putNextEntry(new ZipEntry(words));
                    zip.write(parts, Math.min(name + 1, to), to - Math.min(name + 1, to));
                }
                from = to + 1;
            }
        }
        return bytes.toByteArray();
    }

    /// The parts of a container, pictures and the like left out.
    static byte[] of(byte[] container) throws IOException {
        ByteArrayOutputStream parts = new ByteArrayOutputStream();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(container))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] content = zip.readAllBytes();
                if (find(content, PART, 0, content.length) < content.length
                        || find(content, NAME, 0, content.length) < content.length) {
                    continue;
                }
                if (parts.size() > 0) {
                    parts.write(PART);
                }
                parts.writeBytes(entry.getName().getBytes(StandardCharsets.UTF_8));
                parts.write(NAME);
                parts.writeBytes(content);
            }
        }
        return parts.toByteArray();
    }

    private static int find(byte[] bytes, byte sought, int from, int to) {
        int at = from;
        while (at < to && bytes[at] != sought) {
            at++;
        }
        return at;
    }
}
