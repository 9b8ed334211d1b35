package guidang.reader.pictures;

import guidang.reader.formats.TooMuch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

/// A picture's file, opened: its header is read, nothing is decoded.
public final class Picture implements AutoCloseable {
    /// Pixels. The largest sensors of telephones have 200 million.
    private static final long MOST = 210_000_000;
    private static final int LONGEST_SIDE = 65_535;

    private final ImageInputStream in;
    private final ImageReader reader;
    private final int width;
    private final int height;

    private Picture(ImageInputStream in, ImageReader reader) throws IOException {
        this.in = in;
        this.reader = reader;
        this.width = reader.getWidth(0);
        this.height = reader.getHeight(0);
        if (width > LONGEST_SIDE || height > LONGEST_SIDE || (long) width * height > MOST) {
            throw new TooMuch("pixels");
        }
    }

    /// Whether the file is a picture that can be opened.
    ///
    /// @throws TooMuch
    ///             where it says that it has more pixels than anybody's camera
    /// @throws IOException
    ///             where its header breaks the rules of its format
    public static void check(Path file) throws IOException {
        open(file).close();
    }

    static Picture open(Path file) throws IOException {
        ImageInputStream in = new FileImageInputStream(file.toFile());
        try {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("no picture that is known");
            }
            ImageReader reader = readers.next();
            reader.setInput(in, true, true);
            return new Picture(in, reader);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    ImageReader reader() {
        return reader;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    long pixels() {
        return (long) width * height;
    }

    /// `jpeg`, `png`, …
    String format() throws IOException {
        return reader.getFormatName().toLowerCase(Locale.ROOT);
    }

    @Override
    public void close() throws IOException {
        reader.dispose();
        in.close();
    }
}
