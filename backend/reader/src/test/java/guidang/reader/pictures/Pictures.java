package guidang.reader.pictures;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/// Makes pictures: the left half red, the right half blue.
public final class Pictures {
    private Pictures() {
    }

    /// By the JDK's writer of that name.
    public static byte[] picture(String format, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width / 2, height);
        graphics.setColor(Color.BLUE);
        graphics.fillRect(width / 2, 0, width - width / 2, height);
        graphics.dispose();
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            if (!ImageIO.write(image, format, out)) {
                throw new IllegalArgumentException(format);
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// One pixel, without loss.
    public static byte[] webp() {
        return Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");
    }

    /// A JPEG whose camera says how it was held, and who held it.
    public static byte[] turned(byte[] jpeg, int orientation, String artist) {
        byte[] words = (artist + "\0").getBytes(StandardCharsets.US_ASCII);
        ByteBuffer tiff = ByteBuffer.allocate(8 + 2 + 2 * 12 + 4 + words.length);
        tiff.put("MM\0*".getBytes(StandardCharsets.ISO_8859_1)).putInt(8).putShort((short) 2);
        tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation).putShort((short) 0);
        tiff.putShort((short) 0x013b).putShort((short) 2).putInt(words.length).putInt(8 + 2 + 24 + 4).putInt(0).put(words);
        ByteBuffer out = ByteBuffer.allocate(jpeg.length + 4 + 6 + tiff.capacity());
        out.put(jpeg, 0, 2).putShort((short) 0xffe1).putShort((short) (2 + 6 + tiff.capacity()));
        out.put("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1)).put(tiff.array()).put(jpeg, 2, jpeg.length - 2);
        return out.array();
    }

    /// The beginning of a PNG that says it is so large.
    public static byte[] bomb(int width, int height) {
        ByteBuffer header = ByteBuffer.allocate(17).put("IHDR".getBytes(StandardCharsets.US_ASCII)).putInt(width).putInt(height)
                .put(new byte[]{8, 2, 0, 0, 0});
        CRC32 crc = new CRC32();
        crc.update(header.array());
        return ByteBuffer.allocate(8 + 4 + 17 + 4).putLong(0x89504e470d0a1a0aL).putInt(13).put(header.array())
                .putInt((int) crc.getValue()).array();
    }
}
