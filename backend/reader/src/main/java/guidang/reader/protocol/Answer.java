package guidang.reader.protocol;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What became of one file: read, or refused with a reason; or a picture of it.
public sealed interface Answer {
    /// The frame's kind that holds a picture; a reading is 0, others are a reason.
    int PREVIEW = 7;

    byte[] frame();

    /// The file as read.
    ///
    /// @param mediaType
    ///            what the bytes are
    /// @param pages
    ///            as counted (pdf) or as the application noted (docx); 0 where
    ///            unknown
    /// @param title
    ///            a guess, made from the first lines
    /// @param properties
    ///            of the document, by a list of allowed names: never a person's name
    /// @param pageStarts
    ///            UTF-16 offsets into the text at which a page begins, ascending;
    ///            empty for formats that have no pages of their own
    /// @param text
    ///            lines ended by a line feed, no byte order mark, no control
    ///            characters but tab and line feed
    /// @param structure
    ///            what the text is made of
    record Reading(String mediaType, int pages, @Nullable String title, Map<String, String> properties,
            List<Integer> pageStarts, String text, Structure structure) implements Answer {
        public Reading {
            properties = Collections.unmodifiableMap(new TreeMap<>(properties));
            pageStarts = List.copyOf(pageStarts);
        }

        /// A text that was not looked into.
        public Reading(String mediaType, int pages, @Nullable String title, Map<String, String> properties, String text) {
            this(mediaType, pages, title, properties, List.of(), text, Structure.NONE);
        }

        @Override
        public byte[] frame() {
            return Frames.frame(this::write);
        }

        private void write(DataOutputStream out) throws IOException {
            out.writeByte(0);
            Frames.text(out, mediaType);
            out.writeInt(pages);
            Frames.text(out, title == null ? "" : title);
            out.writeInt(properties.size());
            for (Map.Entry<String, String> property : properties.entrySet()) {
                Frames.text(out, property.getKey());
                Frames.text(out, property.getValue());
            }
            out.writeInt(pageStarts.size());
            for (int start : pageStarts) {
                out.writeInt(start);
            }
            Frames.text(out, text);
            StructureFrame.write(out, structure);
        }
    }

    /// The file is not taken.
    ///
    /// @param mediaType
    ///            what the bytes are, as far as that is known
    record Refused(Reason reason, String mediaType) implements Answer {
        @Override
        public byte[] frame() {
            return Frames.frame(out -> {
                out.writeByte(reason.kind);
                Frames.text(out, mediaType);
            });
        }
    }

    /// A small picture of the file, for whoever looks through many.
    ///
    /// @param jpeg
    ///            without any metadata; empty where none can be made
    record Preview(byte[] jpeg) implements Answer {
        @Override
        public byte[] frame() {
            return Frames.frame(out -> {
                out.writeByte(PREVIEW);
                out.write(jpeg);
            });
        }
    }

    /// Why a file is refused. The number is the frame's kind.
    enum Reason {
        /// No such type is read.
        UNSUPPORTED(1),
        /// The name's extension says another type than the bytes do.
        CONTRADICTS(2),
        /// A password is needed.
        ENCRYPTED(3),
        /// The bytes break the rules of their type.
        UNREADABLE(4),
        /// Too large when unpacked, too much text, too deep, too slow.
        TOO_COMPLEX(5),
        /// Marked as a state secret: nothing of it is told or kept.
        CLASSIFIED(6);

        private final int kind;

        Reason(int kind) {
            this.kind = kind;
        }

        private static Reason of(int kind) throws IOException {
            return Arrays.stream(values()).filter(reason -> reason.kind == kind).findAny()
                    .orElseThrow(() -> new IOException("an answer of kind " + kind));
        }
    }

    static Answer parse(byte[] frame) throws IOException {
        return Frames.parse(frame, Answer::read);
    }

    private static Answer read(DataInputStream in) throws IOException {
        int kind = in.readUnsignedByte();
        return switch (kind) {
            case 0 -> reading(in);
            case PREVIEW -> new Preview(in.readAllBytes());
            default -> new Refused(Reason.of(kind), Frames.text(in));
        };
    }

    private static Reading reading(DataInputStream in) throws IOException {
        String mediaType = Frames.text(in);
        int pages = in.readInt();
        String title = Frames.text(in);
        Map<String, String> properties = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            properties.put(Frames.text(in), Frames.text(in));
        }
        List<Integer> pageStarts = pageStarts(in);
        return new Reading(mediaType, pages, title.isEmpty() ? null : title, properties, pageStarts, Frames.text(in),
                StructureFrame.read(in));
    }

    private static List<Integer> pageStarts(DataInputStream in) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > in.available() / Integer.BYTES) {
            throw new IOException(count + " pages in a frame that has " + in.available() + " bytes");
        }
        List<Integer> starts = new ArrayList<>(count);
        for (int left = count; left > 0; left--) {
            starts.add(in.readInt());
        }
        return starts;
    }
}
