package guidang.reader;

import java.util.Arrays;
import java.util.Set;
import java.util.Locale;

/// The types that are told apart, read or not, each with the extensions that
/// name it.
enum MediaType {
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    DOC("application/msword", "doc", "dot", "wps", "wpt"),
    PDF("application/pdf", "pdf"),
    OFD("application/ofd", "ofd"),
    ODT("application/vnd.oasis.opendocument.text", "odt", "ott"),
    RTF("application/rtf", "rtf"),
    HTML("text/html", "html", "htm", "xhtml"),
    TEXT("text/plain", "txt", "text", "md", "csv", "log"),
    DOCM("application/vnd.ms-word.document.macroEnabled.12", "docm"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
    XLS("application/vnd.ms-excel", "xls", "et"),
    PPT("application/vnd.ms-powerpoint", "ppt", "dps"),
    /// OLE of another kind.
    OLE("application/x-ole-storage"),
    /// OLE that holds an encrypted package ([MS-OFFCRYPTO] 2.3.4.4).
    ENCRYPTED("application/x-ole-storage"),
    OPEN_DOCUMENT("application/vnd.oasis.opendocument", "ods", "odp", "odg"),
    MHTML("multipart/related", "mht", "mhtml"),
    ZIP("application/zip", "zip"),
    RAR("application/vnd.rar", "rar"),
    XML("application/xml", "xml"),
    JPEG("image/jpeg", "jpg", "jpeg"),
    PNG("image/png", "png"),
    TIFF("image/tiff", "tif", "tiff"),
    GIF("image/gif", "gif"),
    BMP("image/bmp", "bmp"),
    WEBP("image/webp", "webp"),
    /// What Apple's cameras write by themselves (ISO/IEC 23008-12).
    HEIC("image/heic", "heic", "heif"),
    UNKNOWN("application/octet-stream");

    private final String words;
    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<String> extensions;

    MediaType(String words, String... extensions) {
        this.words = words;
        this.extensions = Set.of(extensions);
    }

    /// Whether the name claims another type than this one. A name without an
    /// extension, or with one that nobody knows, claims nothing.
    boolean contradicts(String name) {
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return name.indexOf('.') >= 0 && !extensions.contains(extension)
                && Arrays.stream(values()).anyMatch(type -> type.extensions.contains(extension));
    }

    @Override
    public String toString() {
        return words;
    }
}
