package guidang.server.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What archives may do, and what they may not.
class ContentsTest {
    private static final int CENTRAL = 0x02014b50;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"GBK", "UTF-8"})
    void namesAreReadAsTheyWereMeant(String charset) throws IOException {
        byte[] zip = new Zips().with("材料/第一支部.txt", "一").with("a.txt", "二").bytes(charset);
        try (Contents contents = open(zip)) {
            assertThat(contents.has("材料/第一支部.txt")).isTrue();
            assertThat(text(contents, "材料/第一支部.txt")).isEqualTo("一");
            assertThat(text(contents, "a.txt")).isEqualTo("二");
        }
    }

    @Test
    void windowsSeparatorsAreSeparators() throws IOException {
        try (Contents contents = open(new Zips().with("甲\\乙.txt", "一").bytes())) {
            assertThat(contents.has("甲/乙.txt")).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../a.txt", "a/../../b.txt", "/etc/passwd", "C:/a.txt", "C:\\a.txt", "a//b.txt", "..\\a.txt",
            "a\u0007.txt"})
    void namesThatLeadElsewhereRefuseTheWhole(String name) {
        assertThat(refused(new Zips().with(name, "一").bytes())).isEqualTo(ProblemType.IMPORT_UNSAFE);
    }

    @Test
    void aPathThatStandsTwiceRefusesTheWhole() {
        assertThat(refused(new Zips().with("a/b.txt", "一").with("a\\b.txt", "二").bytes())).isEqualTo(ProblemType.IMPORT_UNSAFE);
    }

    @Test
    void anEncryptedMemberRefusesTheWhole() {
        byte[] zip = new Zips().with("a.txt", "一").bytes();
        patch(zip, 8, 1);
        assertThat(refused(zip)).isEqualTo(ProblemType.IMPORT_UNSAFE);
    }

    @Test
    void aMemberThatUnpacksToTooMuchRefusesTheWhole() {
        assertThat(refused(new Zips().with("a.txt", new byte[4 << 20]).bytes())).isEqualTo(ProblemType.IMPORT_TOO_LARGE);
    }

    @Test
    void moreMembersThanMayBeAreCountedBeforeTheyAreLoaded() {
        Zips many = new Zips();
        for (int n = 0; n <= Zips.SETTINGS.members(); n++) {
            many.with(n + ".txt", "");
        }
        assertThat(refused(many.bytes())).isEqualTo(ProblemType.IMPORT_TOO_LARGE);
    }

    @Test
    void membersThatShareTheirBytesRefuseTheWhole() {
        byte[] noise = new byte[100_000];
        new Random(1).nextBytes(noise);
        byte[] zip = new Zips().with("a.bin", noise).with("b.bin", "").bytes();
        // The list says that b holds as much as a.
        int second = second(zip);
        ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).putInt(second + 20, 100_000).putInt(second + 24, 100_000);
        assertThat(refused(zip)).isEqualTo(ProblemType.IMPORT_UNSAFE);
    }

    @Test
    void aMemberIsNotReadBeyondItsSizeAndMustBeWhatTheListSays() throws IOException {
        byte[] zip = new Zips().with("a.txt", "很长的内容，比清单说的长").bytes();
        ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).putInt(central(zip) + 24, 6);
        try (Contents contents = open(zip)) {
            assertThatThrownBy(() -> text(contents, "a.txt")).isInstanceOf(IOException.class);
        }
    }

    @Test
    void damagedBytesAreFoundOut() throws IOException {
        byte[] zip = new Zips().with("a.txt", "内容").bytes();
        ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).putInt(central(zip) + 16, 12345);
        try (Contents contents = open(zip)) {
            assertThatThrownBy(() -> text(contents, "a.txt")).isInstanceOf(IOException.class);
        }
    }

    @Test
    void manyReadAtOnce() throws Exception {
        Zips many = new Zips();
        for (int n = 0; n < 150; n++) {
            many.with(n + ".txt", ("内容" + n).repeat(1 + n * 7));
        }
        byte[] zip = many.bytes();
        for (int round = 0; round < 20; round++) {
            try (Contents contents = open(zip); ExecutorService readers = Executors.newFixedThreadPool(4)) {
                List<Future<String>> read = IntStream.range(0, 150)
                        .mapToObj(n -> readers.submit(() -> text(contents, n + ".txt"))).toList();
                for (int n = 0; n < 150; n++) {
                    assertThat(read.get(n).get()).isEqualTo(("内容" + n).repeat(1 + n * 7));
                }
            }
        }
    }

    @Test
    void whatIsNoZipIsToldSo() {
        assertThat(refused("这不是压缩包".getBytes(StandardCharsets.UTF_8))).isEqualTo(ProblemType.IMPORT_UNREADABLE);
        assertThat(refused(new byte[0])).isEqualTo(ProblemType.IMPORT_UNREADABLE);
    }

    @Test
    void anyDamageIsARefusalOrHarmless() throws IOException {
        byte[] whole = new Zips().with("清单.csv", "一").with("a/b.txt", "二".repeat(1000)).bytes();
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            byte[] zip = Arrays.copyOf(whole, random.nextInt(10) == 0 ? random.nextInt(whole.length) : whole.length);
            for (int n = 0; n < 1 + random.nextInt(8) && zip.length > 0; n++) {
                zip[random.nextInt(zip.length)] = (byte) random.nextInt();
            }
            try (Contents contents = open(zip)) {
                for (String path : Set.copyOf(contents.paths())) {
                    read(contents, path);
                }
            } catch (Problem refused) {
                assertThat(refused.type().slug()).as("seed " + seed).startsWith("import-");
            }
        }
    }

    private static void read(Contents contents, String path) {
        try {
            String text = text(contents, path);
            assertThat(text).isNotNull();
        } catch (IOException | RuntimeException broken) {
            // One broken file.
        }
    }

    private Contents open(byte[] zip) throws IOException {
        return Contents.open(Zips.file(folder, zip), Zips.SETTINGS);
    }

    private ProblemType refused(byte[] zip) {
        return catchThrowableOfType(Problem.class, () -> open(zip).close()).type();
    }

    private static String text(Contents contents, String path) throws IOException {
        try (InputStream in = contents.open(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void patch(byte[] zip, int offset, int bits) {
        int at = central(zip) + offset;
        zip[at] = (byte) (zip[at] | bits);
    }

    private static int central(byte[] zip) {
        return find(zip, 0);
    }

    private static int second(byte[] zip) {
        return find(zip, central(zip) + 4);
    }

    private static int find(byte[] zip, int from) {
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int at = from;
        while (bytes.getInt(at) != CENTRAL) {
            at++;
        }
        return at;
    }
}
