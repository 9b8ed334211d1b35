package guidang.reader;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jspecify.annotations.Nullable;

/// Decides a file's type by its first bytes and, for a container, by what lies
/// in it. The name has no say.
final class Detector {
    private static final int HEAD = 1024;
    private static final int CONTENT_TYPES_LIMIT = 1 << 20;
    /// Elements that a page of HTML begins with (WHATWG MIME Sniffing 7.1).
    private static final List<String> MARKUP = List.of("<html", "<head", "<body", "<title", "<meta", "<style", "<script", "<div",
            "<p", "<h1", "<table", "<font", "<center", "<br");

    /// Brands of HEIF with pictures of HEVC or AV1.
    private static final Set<String> HEIF = Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "avif");
    /// Sizes of the headers of bitmaps.
    private static final Set<Integer> BITMAP_HEADERS = Set.of(12, 40, 52, 56, 64, 108, 124);

    private Detector() {
    }

    /// [MediaType#TEXT] where no magic matches: [PlainText] then says whether it is
    /// one.
    ///
    /// @throws IOException
    ///             where the container is broken
    static MediaType detect(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        }
        String start = new String(head, StandardCharsets.ISO_8859_1);
        if (start.startsWith("PK\3\4") || start.startsWith("PK\5\6")) {
            return container(file);
        } else if (start.startsWith("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")) {
            return compound(file);
        }
        // What is both is a pdf: that is the one that holds words.
        MediaType picture = start.contains("%PDF-") ? null : picture(start);
        return picture == null ? byMagic(start) : picture;
    }

    /// Pictures by their first bytes; null where they are none.
    private static @Nullable MediaType picture(String start) {
        if (start.startsWith("\u00ff\u00d8\u00ff")) {
            return MediaType.JPEG;
        } else if (start.startsWith("\u0089PNG")) {
            return MediaType.PNG;
        } else if (start.startsWith("II*\0") || start.startsWith("MM\0*")) {
            return MediaType.TIFF;
        } else if (start.startsWith("GIF87a") || start.startsWith("GIF89a")) {
            return MediaType.GIF;
        } else if (start.startsWith("RIFF") && start.startsWith("WEBP", 8)) {
            return MediaType.WEBP;
        } else if (start.startsWith("ftyp", 4) && start.length() >= 12 && HEIF.contains(start.substring(8, 12))) {
            return MediaType.HEIC;
        }
        return bitmap(start) ? MediaType.BMP : null;
    }

    /// `BM` may begin a text as well: the reserved bytes are zeros, and a header of
    /// a known size follows.
    private static boolean bitmap(String start) {
        return start.startsWith("BM") && start.startsWith("\0\0\0\0", 6) && start.length() > 17
                && BITMAP_HEADERS.contains((int) start.charAt(14)) && start.startsWith("\0\0\0", 15);
    }

    /// An OLE container (MS-CFB) is what the stream in it says.
    private static MediaType compound(Path file) throws IOException {
        try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true)) {
            DirectoryNode root = container.getRoot();
            if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
                return MediaType.ENCRYPTED;
            } else if (root.hasEntryCaseInsensitive("WordDocument")) {
                return MediaType.DOC;
            } else if (root.hasEntryCaseInsensitive("Workbook") || root.hasEntryCaseInsensitive("Book")) {
                return MediaType.XLS;
            }
            return root.hasEntryCaseInsensitive("PowerPoint Document") ? MediaType.PPT : MediaType.OLE;
        }
    }

    private static MediaType byMagic(String start) {
        // A pdf may have some bytes before its header (ISO 32000-1, annex H, 3.4.1).
        if (start.contains("%PDF-")) {
            return MediaType.PDF;
        } else if (start.startsWith("{\\rtf")) {
            return MediaType.RTF;
        } else if (start.startsWith("Rar!")) {
            return MediaType.RAR;
        } else if (start.startsWith("MIME-Version:")) {
            return MediaType.MHTML;
        }
        // Every second byte of UTF-16 markup is a zero.
        String markup = start.replace("\u00ef\u00bb\u00bf", "").replace("\u00ff\u00fe", "").replace("\u00fe\u00ff", "");
        return byMarkup(markup.replace("\0", "").toLowerCase(Locale.ROOT));
    }

    private static MediaType byMarkup(String start) {
        String left = start.stripLeading();
        boolean xml = left.startsWith("<?xml");
        while (left.startsWith("<?") || left.startsWith("<!--")) {
            String close = left.startsWith("<?") ? "?>" : "-->";
            int end = left.indexOf(close);
            left = end < 0 ? "" : left.substring(end + close.length()).stripLeading();
        }
        if (left.startsWith("<!doctype html") || MARKUP.stream().anyMatch(opens(left))) {
            return MediaType.HTML;
        }
        return xml ? MediaType.XML : MediaType.TEXT;
    }

    private static Predicate<String> opens(String text) {
        return tag -> text.startsWith(tag) && text.length() > tag.length()
                && (text.charAt(tag.length()) == '>' || Character.isWhitespace(text.charAt(tag.length())));
    }

    private static MediaType container(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry types = zip.getEntry("[Content_Types].xml");
            if (types != null) {
                return byContentTypes(zip, types);
            } else if (zip.getEntry("OFD.xml") != null) {
                return MediaType.OFD;
            }
            ZipEntry mime = zip.getEntry("mimetype");
            return mime == null ? MediaType.ZIP : byMime(head(zip, mime).strip());
        }
    }

    /// The first entry of an OpenDocument package (ODF 1.3 part 2, 3.3).
    private static MediaType byMime(String mime) {
        if (mime.equals(MediaType.ODT.toString()) || mime.equals(MediaType.ODT + "-template")) {
            return MediaType.ODT;
        }
        return mime.startsWith(MediaType.OPEN_DOCUMENT.toString()) ? MediaType.OPEN_DOCUMENT : MediaType.ZIP;
    }

    private static String head(ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream in = new BufferedInputStream(zip.getInputStream(entry))) {
            return new String(in.readNBytes(CONTENT_TYPES_LIMIT), StandardCharsets.UTF_8);
        }
    }

    private static MediaType byContentTypes(ZipFile zip, ZipEntry entry) throws IOException {
        String types = head(zip, entry);
        if (types.contains("wordprocessingml.document.main+xml")) {
            return MediaType.DOCX;
        } else if (types.contains("ms-word.document.macroEnabled.main+xml")) {
            return MediaType.DOCM;
        } else if (types.contains("spreadsheetml.sheet.main+xml")) {
            return MediaType.XLSX;
        }
        return types.contains("presentationml.presentation.main+xml") ? MediaType.PPTX : MediaType.ZIP;
    }
}
