package guidang.reader.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guidang.reader.formats.TooMuch;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThumbnailTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png", "gif", "bmp", "tiff"})
    void makesAnyPictureSmall(String format) throws IOException {
        BufferedImage small = thumbnail(Pictures.picture(format, 3_000, 1_500));
        assertThat(small.getWidth()).isEqualTo(480);
        assertThat(small.getHeight()).isEqualTo(240);
        assertThat(isRed(small, 20, 120)).isTrue();
        assertThat(isRed(small, 460, 120)).isFalse();
    }

    @Test
    void readsWebp() throws IOException {
        BufferedImage small = thumbnail(Pictures.webp());
        assertThat(small.getWidth()).isEqualTo(1);
    }

    @Test
    void leavesASmallOneAsItIs() throws IOException {
        assertThat(thumbnail(Pictures.picture("png", 40, 30)).getWidth()).isEqualTo(40);
    }

    /// Where the left side of what was taken is on the picture that is shown.
    @ParameterizedTest
    @CsvSource({"1,left", "2,right", "3,right", "4,left", "5,top", "6,top", "7,bottom", "8,bottom"})
    void standsUpright(int orientation, String red) throws IOException {
        BufferedImage small = thumbnail(Pictures.turned(Pictures.picture("jpeg", 900, 600), orientation, "Zhang"));
        boolean sideways = orientation > 4;
        assertThat(small.getWidth()).isEqualTo(sideways ? 320 : 480);
        int x = red.equals("left") ? 10 : red.equals("right") ? small.getWidth() - 10 : small.getWidth() / 2;
        int y = red.equals("top") ? 10 : red.equals("bottom") ? small.getHeight() - 10 : small.getHeight() / 2;
        assertThat(isRed(small, x, y)).isTrue();
        assertThat(isRed(small, small.getWidth() - x, small.getHeight() - y)).isEqualTo(false);
    }

    @Test
    void tellsNothingOfTheCamera() throws IOException {
        byte[] taken = Pictures.turned(Pictures.picture("jpeg", 900, 600), 6, "Zhang San 39.9N 116.4E");
        assertThat(text(taken)).contains("Zhang San");
        assertThat(text(Thumbnail.jpeg(file(taken)))).doesNotContain("Zhang San", "Exif");
    }

    @Test
    void refusesABombBeforeItIsDecoded() throws IOException {
        Path bomb = file(Pictures.bomb(60_000, 60_000));
        assertThatThrownBy(() -> Picture.check(bomb)).isInstanceOf(TooMuch.class);
        assertThatThrownBy(() -> Thumbnail.jpeg(bomb)).isInstanceOf(TooMuch.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 8, 12, 20})
    void believesNoBrokenOrientation(int cut) {
        byte[] whole = Pictures.turned(Pictures.picture("jpeg", 9, 6), 6, "Z");
        byte[] segment = java.util.Arrays.copyOfRange(whole, 6, 6 + cut);
        assertThat(JpegHead.orientation(segment)).isOne();
    }

    private BufferedImage thumbnail(byte[] bytes) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(Thumbnail.jpeg(file(bytes))));
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("picture"), bytes);
    }

    private static boolean isRed(BufferedImage image, int x, int y) {
        Color color = new Color(image.getRGB(Math.clamp(x, 0, image.getWidth() - 1), Math.clamp(y, 0, image.getHeight() - 1)));
        return color.getRed() > color.getBlue();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
