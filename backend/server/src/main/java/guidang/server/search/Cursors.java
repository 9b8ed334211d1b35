package guidang.server.search;

import guidang.server.index.ReportQuestion.Continuation;
import guidang.server.kernel.Digests;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Where the next page begins, as an opaque text. It holds a name of
/// Elasticsearch's that must not be forged, and belongs to one question: it is
/// signed over both (HMAC-SHA256, RFC 2104).
@Component
final class Cursors {
    private static final int MAC = 16;
    private static final JsonMapper JSON = JsonMapper.builder().enable(DeserializationFeature.USE_LONG_FOR_INTS).build();

    private final SecretKeySpec key;

    Cursors(SearchSettings settings) {
        key = new SecretKeySpec(bytes(settings.cursorKey()), "HmacSHA256");
    }

    private static byte[] bytes(@Nullable String configured) {
        if (configured != null) {
            return Digests.sha256(configured.getBytes(StandardCharsets.UTF_8));
        }
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        return random;
    }

    private record Body(List<Object> v, @Nullable String p) {}

    /// @param question
    ///            all that the pages have in common
    String write(Continuation next, String question) {
        byte[] body = JSON.writeValueAsBytes(new Body(next.values(), next.point()));
        byte[] signed = Arrays.copyOf(mac(body, question), MAC + body.length);
        System.arraycopy(body, 0, signed, MAC, body.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
    }

    /// @throws Problem
    ///             `MALFORMED_QUERY` with reason `cursor`: not ours, or of
    ///             another question
    Continuation read(String cursor, String question) {
        try {
            byte[] signed = Base64.getUrlDecoder().decode(cursor);
            byte[] body = signed.length < MAC ? new byte[0] : Arrays.copyOfRange(signed, MAC, signed.length);
            if (!MessageDigest.isEqual(mac(body, question), Arrays.copyOf(signed, MAC))) {
                throw malformed();
            }
            Body read = JSON.readValue(body, Body.class);
            return new Continuation(read.v(), read.p());
        } catch (IllegalArgumentException | JacksonException notOurs) {
            throw malformed();
        }
    }

    private static Problem malformed() {
        return new Problem(ProblemType.MALFORMED_QUERY, "reason", "cursor");
    }

    private byte[] mac(byte[] body, String question) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(question.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return Arrays.copyOf(mac.doFinal(body), MAC);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has HmacSHA256", impossible);
        }
    }
}
