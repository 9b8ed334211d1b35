package guidang.server.journal;

import guidang.server.kernel.Digests;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/// Signs checkpoints as C2SP signed notes, with Ed25519 (RFC 8032: the same
/// text always gives the same signature, so replicas agree).
public final class LogKey {
    private static final byte ED25519 = 1;
    private static final String SECRET = "PRIVATE+KEY+";
    private static final Pattern ORIGIN = Pattern.compile("[^\\s+\\p{Cntrl}]{1,255}");

    private final String origin;
    private final byte[] seed;
    private final byte[] publicKey;
    private final Ed25519PrivateKeyParameters key;

    private LogKey(String origin, byte[] seed) {
        if (!ORIGIN.matcher(origin).matches()) {
            throw new IllegalArgumentException("a log's origin has no space and no plus: " + origin);
        }
        this.origin = origin;
        this.seed = seed;
        this.key = new Ed25519PrivateKeyParameters(seed);
        this.publicKey = key.generatePublicKey().getEncoded();
    }

    /// A key from 32 random bytes.
    static LogKey of(String origin, byte[] seed) {
        return new LogKey(origin, seed.clone());
    }

    static LogKey random(String origin) {
        byte[] seed = new byte[32];
        new SecureRandom().nextBytes(seed);
        return of(origin, seed);
    }

    /// Reads the one-line form of a note signer: `PRIVATE+KEY+origin+hash+base64`.
    ///
    /// @throws IllegalArgumentException
    ///             where the text is no such key, or one of another origin
    static LogKey parse(String origin, String text) {
        String[] parts = text.strip().split("\\+", 5);
        if (parts.length != 5 || !text.startsWith(SECRET)) {
            throw new IllegalArgumentException("not a note's signing key (PRIVATE+KEY+origin+hash+base64)");
        }
        byte[] typed = Base64.getDecoder().decode(parts[4]);
        if (!parts[2].equals(origin)) {
            throw new IllegalArgumentException("the signing key is of the log " + parts[2] + ", not of " + origin);
        }
        if (typed.length != 33 || typed[0] != ED25519) {
            throw new IllegalArgumentException("the signing key is not Ed25519");
        }
        return of(origin, Arrays.copyOfRange(typed, 1, 33));
    }

    /// What the key file holds: secret.
    String secret() {
        return SECRET + origin + "+" + HexFormat.of().formatHex(id()) + "+" + Base64.getEncoder().encodeToString(typed(seed));
    }

    /// The log's name.
    public String origin() {
        return origin;
    }

    /// What others check signatures with: `origin+hash+base64` (C2SP signed note,
    /// verifier key).
    public String verifierKey() {
        return origin + "+" + HexFormat.of().formatHex(id()) + "+" + Base64.getEncoder().encodeToString(typed(publicKey));
    }

    /// A secret of 32 bytes for another purpose, the same on every replica
    /// (HKDF-SHA256, RFC 5869). Tells nothing of the key.
    ///
    /// @param purpose
    ///            tells the secrets of one key apart
    public byte[] derive(String purpose) {
        try {
            return KDF.getInstance("HKDF-SHA256").deriveData(HKDFParameterSpec.ofExtract().addIKM(seed)
                    .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), 32));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK since 25 has HKDF-SHA256", e);
        }
    }

    /// The signed note of a checkpoint.
    String sign(long size, byte[] root) {
        return note(new Checkpoint(origin, size, root).text());
    }

    /// The text, which ends with a line break, with this key's signature under it.
    String note(String body) {
        byte[] signature = signature(body.getBytes(StandardCharsets.UTF_8));
        byte[] line = ByteBuffer.allocate(4 + signature.length).put(id()).put(signature).array();
        return body + "\n— " + origin + " " + Base64.getEncoder().encodeToString(line) + "\n";
    }

    /// BouncyCastle's, which is several times as fast as the JDK's: there is one
    /// for every commit.
    private byte[] signature(byte[] body) {
        byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
        key.sign(Ed25519.Algorithm.Ed25519, null, body, 0, body.length, signature, 0);
        return signature;
    }

    private byte[] id() {
        byte[] name = (origin + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] named = ByteBuffer.allocate(name.length + 33).put(name).put(typed(publicKey)).array();
        return Arrays.copyOf(Digests.sha256(named), 4);
    }

    private static byte[] typed(byte[] key) {
        return ByteBuffer.allocate(33).put(ED25519).put(key).array();
    }
}
