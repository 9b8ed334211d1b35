package guidang.local.demo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;

/// A small picture of a room in which nobody sits, each number another one:
/// what a branch would photograph as evidence.
final class Photo {
    private static final int WIDTH = 960;
    private static final int HEIGHT = 640;
    private static final int CHAIRS = 6;

    private Photo() {
    }

    /// A JPEG of some 30 KB.
    static byte[] jpeg(long number) {
        SplittableRandom random = new SplittableRandom(number);
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        fill(pen, new Color(236, 230 - random.nextInt(20), 214), 0, 0, WIDTH, HEIGHT);
        fill(pen, new Color(170, 145, 110), 0, 430, WIDTH, HEIGHT - 430);
        fill(pen, new Color(190, 215, 235 - random.nextInt(40)), 90 + random.nextInt(200), 90, 240, 170);
        fill(pen, new Color(176, 36, 36), 420, 60, 420, 70);
        fill(pen, new Color(110, 74, 48), 160, 400, 640, 46);
        for (int i = 0; i < CHAIRS; i++) {
            fill(pen, new Color(60 + random.nextInt(40), 62, 70), 180 + i * 105, 460, 70, 110);
            fill(pen, Color.WHITE, 195 + i * 105, 385, 40, 18);
        }
        pen.dispose();
        return written(image);
    }

    private static void fill(Graphics2D pen, Color color, int x, int y, int width, int height) {
        pen.setColor(color);
        pen.fillRect(x, y, width, height);
    }

    private static byte[] written(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpeg", bytes);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return bytes.toByteArray();
    }
}
