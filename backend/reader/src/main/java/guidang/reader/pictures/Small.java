package guidang.reader.pictures;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Makes pictures small. What is transparent becomes white.
final class Small {
    /// The longer side of a preview, in pixels.
    static final int SIDE = 480;
    private static final float QUALITY = 0.8f;

    private Small() {
    }

    /// No larger than a preview. Halved until one step is left, so that no pixel is
    /// passed over.
    static BufferedImage fitted(BufferedImage image) {
        BufferedImage now = image;
        int longer = Math.max(image.getWidth(), image.getHeight());
        while (longer >= 2 * SIDE) {
            longer /= 2;
            now = drawn(now, now.getWidth() / 2, now.getHeight() / 2);
        }
        double scale = Math.min(1, (double) SIDE / Math.max(now.getWidth(), now.getHeight()));
        return drawn(now, (int) Math.round(now.getWidth() * scale), (int) Math.round(now.getHeight() * scale));
    }

    static BufferedImage turned(BufferedImage image, int orientation) {
        boolean sideways = orientation >= 5;
        BufferedImage out = blank(sideways ? image.getHeight() : image.getWidth(),
                sideways ? image.getWidth() : image.getHeight());
        Graphics2D graphics = out.createGraphics();
        graphics.drawImage(image, Thumbnail.upright(orientation, image.getWidth(), image.getHeight()), null);
        graphics.dispose();
        return out;
    }

    private static BufferedImage drawn(BufferedImage image, int width, int height) {
        BufferedImage out = blank(Math.max(1, width), Math.max(1, height));
        Graphics2D graphics = out.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, 0, 0, out.getWidth(), out.getHeight(), null);
        graphics.dispose();
        return out;
    }

    private static BufferedImage blank(int width, int height) {
        BufferedImage out = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = out.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        return out;
    }

    static byte[] jpeg(BufferedImage image) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 15);
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
