package guidang.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import guidang.reader.protocol.Request;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Damaged files of every format: an answer each time, and soon.
class DamageTest {
    private static final int TIMES = 150;
    private static final String[] PIECES = {"<", ">", "{", "}", "\\", "\0", "&#0;", "\\u-1", "\\bin99999999 ", "g 9999999 1",
            "<table>",
            "</text:p>", "\\'", "99999999999", "NaN", "-", "\"", "\u0013", "\u0007"};

    private final DocumentReader reader = new DocumentReader();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"pdf", "ofd"})
    void answersWhateverBytesAreDamaged(String extension) throws IOException {
        byte[] whole = Files.readAllBytes(Fixtures.sample(extension));
        Random random = new Random(extension.hashCode());
        for (int i = 0; i < TIMES; i++) {
            byte[] damaged = random.nextInt(4) == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
            for (int hits = random.nextInt(20); hits > 0 && damaged.length > 0; hits--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            answers("a." + extension, damaged);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rtf", "html", "ofd", "odt"})
    void answersWhateverMarkupIsDamaged(String extension) throws IOException {
        Random random = new Random(extension.hashCode());
        for (int i = 0; i < TIMES; i++) {
            StringBuilder markup = new StringBuilder(markup(extension));
            for (int hits = 1 + random.nextInt(10); hits > 0; hits--) {
                int at = random.nextInt(markup.length());
                int end = Math.min(markup.length(), at + random.nextInt(12));
                markup.replace(at, end, PIECES[random.nextInt(PIECES.length)].repeat(1 + random.nextInt(3)));
            }
            answers("a." + extension, file(extension, markup.toString()));
        }
    }

    private static String markup(String extension) {
        return switch (extension) {
            case "rtf" ->
                "{\\rtf1\\ansi{\\fonttbl{\\f0\\fcharset134 a;}}{\\header h\\par}\\pard\\qc\\u23545?{\\listtext 1.\\tab}\\'b2\\'c4"
                        + "\\par\\trowd\\intbl a\\cell b\\cell\\row{\\pict\\bin3 abc}{\\info{\\title t}}{\\footnote n}\\uc2\\u1 ab\\par}";
            case "html" ->
                "<html><head><meta charset=utf-8><title>t</title></head><body><h1>a</h1><ol start=3><li>b<table><tr><td>c"
                        + "<td>d</table></ol><p style='text-align:center'>e<br>f</p></body></html>";
            case "odt" ->
                "<d><a><list-style name=\"L\"><list-level-style-number level=\"1\" num-format=\"1\" num-suffix=\".\"/></list-style>"
                        + "</a><b><text><list style-name=\"L\"><list-item start-value=\"3\"><p>a<s c=\"3\"/></p></list-item></list><table><table-row>"
                        + "<table-cell><p>b</p></table-cell></table-row></table><h outline-level=\"2\">c</h></text></b></d>";
            default ->
                "<P><Content><Layer><TextObject Boundary=\"1 2 30 4\" CTM=\"1 0 0 1 0 0\" Size=\"3\"><TextCode X=\"0\" Y=\"3\" "
                        + "DeltaX=\"g 3 2.5 1\">abcd</TextCode></TextObject><TextObject><TextCode>e</TextCode></TextObject></Layer></Content></P>";
        };
    }

    private static byte[] file(String extension, String markup) {
        return switch (extension) {
            case "odt" ->
                new Zips().with("mimetype", "application/vnd.oasis.opendocument.text").with("content.xml", markup).bytes();
            case "ofd" -> new Zips().with("OFD.xml", "<OFD><DocRoot>D.xml</DocRoot></OFD>")
                    .with("D.xml", "<D><Page BaseLoc=\"P.xml\"/><Page BaseLoc=\"P.xml\"/></D>").with("P.xml", markup).bytes();
            default -> markup.getBytes(StandardCharsets.UTF_8);
        };
    }

    private void answers(String name, byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("file"), bytes);
        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(20),
                () -> reader.read(new Request(file.toString(), name, 1_000_000)))).isNotNull();
    }
}
