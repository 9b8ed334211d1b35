package guidang.server.search;

import guidang.server.journal.LogKey;
import guidang.server.kernel.Digests;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import guidang.server.query.Continuation;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Where the next page begins, as an opaque text. It holds a name of
/// Elasticsearch's that must not be forged and a score that must not be seen
/// (reports outside the caller's scope weigh in it), and it belongs to one
/// question: it is sealed for that question (AES-GCM, NIST SP 800-38D). The
/// nonce is a digest of all that goes in, so the same cursor is the same text
/// and no random device is asked.
@Component
public final class Cursors {
    private static final int NONCE = 12;
    private static final int TAG = 128;
    private static final JsonMapper JSON = JsonMapper.builder().enable(DeserializationFeature.USE_LONG_FOR_INTS).build();

    private final SecretKeySpec key;

    @Autowired
    Cursors(SearchSettings settings, LogKey log) {
        this(settings.cursorKey() == null
                ? log.derive("guidang.search.cursors")
                : Digests.sha256(settings.cursorKey().getBytes(StandardCharsets.UTF_8)));
    }

    /// @param key
    ///            32 bytes
    Cursors(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    private record Body(List<Object> v, @Nullable String p) {}

    /// Sealed: what it holds cannot be read or changed outside.
    ///
    /// @param question
    ///            all that the pages have in common
    public String write(Continuation next, String question) {
        byte[] body = JSON.writeValueAsBytes(new Body(next.values(), next.point()));
        byte[] nonce = nonce(body, question);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, nonce, body, 0, question);
        byte[] whole = Arrays.copyOf(nonce, NONCE + sealed.length);
        System.arraycopy(sealed, 0, whole, NONCE, sealed.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    /// Where the pages of a question go on.
    ///
    /// @throws Problem
    ///             `MALFORMED_QUERY` with reason `cursor`: not ours, or of
    ///             another question
    public Continuation read(String cursor, String question) {
        try {
            byte[] whole = Base64.getUrlDecoder().decode(cursor);
            if (whole.length < NONCE) {
                throw malformed();
            }
            Body read = JSON.readValue(crypt(Cipher.DECRYPT_MODE, Arrays.copyOf(whole, NONCE), whole, NONCE, question),
                    Body.class);
            return new Continuation(read.v(), read.p());
        } catch (IllegalArgumentException | JacksonException notOurs) {
            throw malformed();
        }
    }

    private static Problem malformed() {
        return new Problem(ProblemType.MALFORMED_QUERY, "reason", "cursor");
    }

    private byte[] nonce(byte[] body, String question) {
        MessageDigest digest = Digests.sha256();
        digest.update(key.getEncoded());
        digest.update(question.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        return Arrays.copyOf(digest.digest(body), NONCE);
    }

    /// @throws IllegalArgumentException
    ///             where it was sealed by another key or for another question
    private byte[] crypt(int mode, byte[] nonce, byte[] input, int from, String question) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG, nonce));
            cipher.updateAAD(question.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input, from, input.length - from);
        } catch (GeneralSecurityException refused) {
            throw new IllegalArgumentException("not sealed here", refused);
        }
    }
}
