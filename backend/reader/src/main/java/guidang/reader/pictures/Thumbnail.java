package guidang.reader.pictures;

import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageReadParam;

/// A small picture of a picture, as it is to be looked at. Only so many of its
/// pixels are decoded as are needed.
public final class Thumbnail {
    /// Decoded pixels for each one shown, along a side.
    private static final int FINER = 3;
    /// Pixels of pictures that are held whole while they are decoded.
    private static final long MOST_HELD = 40_000_000;

    private Thumbnail() {
    }

    /// A JPEG without any metadata; no bytes where the picture would take too much
    /// memory.
    ///
    /// @throws IOException
    ///             where it can't be decoded
    public static byte[] jpeg(Path file) throws IOException {
        try (Picture picture = Picture.open(file)) {
            boolean jpeg = picture.format().equals("jpeg");
            JpegHead head = jpeg ? JpegHead.read(file) : new JpegHead(false, 1);
            boolean held = head.progressive() || picture.format().startsWith("tif") || picture.format().equals("webp");
            if (held && picture.pixels() > MOST_HELD) {
                return new byte[0];
            }
            return Small.jpeg(Small.turned(decoded(picture), head.orientation()));
        }
    }

    private static BufferedImage decoded(Picture picture) throws IOException {
        ImageReadParam how = picture.reader().getDefaultReadParam();
        int step = Math.max(1, Math.max(picture.width(), picture.height()) / (FINER * Small.SIDE));
        how.setSourceSubsampling(step, step, 0, 0);
        return Small.fitted(picture.reader().read(0, how));
    }

    /// How a picture is moved so that it stands upright (Exif 2.32, 4.6.4).
    static AffineTransform upright(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
