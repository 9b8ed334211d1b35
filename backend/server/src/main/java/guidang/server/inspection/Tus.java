package guidang.server.inspection;

import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/// The headers of the tus protocol, version
/// 1.0.0 (tus.io/protocols/resumable-upload).
final class Tus {
    static final String VERSION = "1.0.0";
    static final String RESUMABLE = "Tus-Resumable";
    static final String VERSIONS = "Tus-Version";
    static final String EXTENSIONS = "Tus-Extension";
    static final String SUPPORTED = "creation,creation-with-upload,termination,expiration";
    static final String MAX_SIZE = "Tus-Max-Size";
    static final String LENGTH = "Upload-Length";
    static final String OFFSET = "Upload-Offset";
    static final String METADATA = "Upload-Metadata";
    static final String EXPIRES = "Upload-Expires";
    static final String BODY = "application/offset+octet-stream";

    private Tus() {
    }

    /// @throws Problem
    ///             `TUS_VERSION` where the client speaks another version, or does
    ///             not say
    static void require(HttpHeaders request) {
        if (!VERSION.equals(request.getFirst(RESUMABLE))) {
            throw new Problem(ProblemType.TUS_VERSION, "version", VERSION);
        }
    }

    /// A header's number of bytes.
    ///
    /// @throws Problem
    ///             `INVALID_FIELD` where it is missing, or is none
    static long bytes(HttpHeaders request, String header) {
        String value = request.getFirst(header);
        if (value == null || !value.matches("\\d{1,13}")) {
            throw invalid(header);
        }
        return Long.parseLong(value);
    }

    static boolean isBody(HttpHeaders request) {
        String type = request.getFirst(HttpHeaders.CONTENT_TYPE);
        return type != null && type.equalsIgnoreCase(BODY);
    }

    /// Pairs of a key and a value in base64 of UTF-8, which may be missing.
    ///
    /// @throws Problem
    ///             `INVALID_FIELD` where it is written otherwise
    static Map<String, String> metadata(@Nullable String header) {
        Map<String, String> all = new HashMap<>();
        for (String pair : header == null || header.isBlank() ? new String[0] : header.split(",", -1)) {
            String[] parts = pair.strip().split(" ", 2);
            if (parts[0].isEmpty() || all.put(parts[0], parts.length == 1 ? "" : decoded(parts[1].strip())) != null) {
                throw invalid(METADATA);
            }
        }
        return all;
    }

    private static String decoded(String base64) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(base64));
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw invalid(METADATA);
        }
    }

    /// As [#metadata] reads it.
    static String metadata(Creation creation) {
        String organization = creation.organization();
        return pair("name", creation.name()) + "," + pair("purpose", creation.purpose().word())
                + (organization == null ? "" : "," + pair("organization", organization));
    }

    private static String pair(String key, String value) {
        return key + " " + Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8));
    }

    private static Problem invalid(String header) {
        return new Problem(ProblemType.INVALID_FIELD, "fields", List.of(header));
    }
}
