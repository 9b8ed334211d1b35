package guidang.reader.pictures;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// What stands in a JPEG before its picture (ITU-T T.81, B.1.1).
///
/// @param progressive
///            all of the picture is held while it is decoded
/// @param orientation
///            how the camera was held, 1 to 8 (Exif 2.32, 4.6.4); 1 where
///            nothing is said
record JpegHead(boolean progressive, int orientation) {
    private static final int UPRIGHT = 1;
    private static final int ORIENTATION = 0x0112;
    private static final int EXIF_SEGMENT = 0xe1;
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int ENTRY = 12;

    static JpegHead read(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file);
                DataInputStream in = new DataInputStream(new BufferedInputStream(bytes))) {
            in.readShort();
            return segments(in);
        }
    }

    private static JpegHead segments(DataInputStream in) throws IOException {
        int orientation = UPRIGHT;
        while (true) {
            int marker = marker(in);
            if (isFrame(marker)) {
                // Bit 1 of the frame's number: SOF2, SOF6, SOF10, SOF14.
                return new JpegHead((marker & 3) == 2, orientation);
            }
            byte[] segment = in.readNBytes(Math.max(0, in.readUnsignedShort() - 2));
            orientation = marker == EXIF_SEGMENT && orientation == UPRIGHT ? orientation(segment) : orientation;
        }
    }

    private static int marker(DataInputStream in) throws IOException {
        int next = in.readUnsignedByte();
        if (next != 0xff) {
            throw new IOException("no marker where one must be");
        }
        while (next == 0xff) {
            next = in.readUnsignedByte();
        }
        return next;
    }

    /// C0 to CF are frames, but for the tables DHT and DAC, and JPG.
    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    /// From the first directory of the segment's TIFF; what breaks its rules
    /// says nothing.
    static int orientation(byte[] segment) {
        if (segment.length < EXIF.length + 8 || !ByteBuffer.wrap(segment, 0, EXIF.length).equals(ByteBuffer.wrap(EXIF))) {
            return UPRIGHT;
        }
        ByteBuffer tiff = ByteBuffer.wrap(segment, EXIF.length, segment.length - EXIF.length).slice();
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        if (directory < 0 || directory > tiff.limit() - 2) {
            return UPRIGHT;
        }
        int entries = Math.min(Short.toUnsignedInt(tiff.getShort(directory)), (tiff.limit() - directory - 2) / ENTRY);
        for (int i = 0; i < entries; i++) {
            int at = directory + 2 + i * ENTRY;
            int value = Short.toUnsignedInt(tiff.getShort(at + 8));
            if (Short.toUnsignedInt(tiff.getShort(at)) == ORIENTATION && value >= 1 && value <= 8) {
                return value;
            }
        }
        return UPRIGHT;
    }
}
