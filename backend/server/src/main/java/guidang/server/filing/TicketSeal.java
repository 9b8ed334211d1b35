package guidang.server.filing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/// Makes and reads tickets: what the file belongs to, its number and the end of
/// validity, sealed by HMAC-SHA256 (RFC 2104). Nothing is stored, so any replica
/// with the same key reads what another made.
final class TicketSeal {
    private static final int SEAL = 32;

    private final SecretKey key;

    TicketSeal(SecretKey key) {
        this.key = key;
    }

    /// What a ticket says.
    ///
    /// @param owner
    ///            as [Originals] name what a file belongs to
    record Claim(String owner, int file, Instant expiresAt) {
        private String text() {
            return owner + "." + file + "." + expiresAt.getEpochSecond();
        }
    }

    /// One segment of a path.
    String seal(Claim claim) {
        byte[] text = claim.text().getBytes(StandardCharsets.US_ASCII);
        byte[] all = Arrays.copyOf(text, text.length + SEAL);
        System.arraycopy(mac(text), 0, all, text.length, SEAL);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    }

    /// What the ticket says; empty where it was not made with this key. Whether it
    /// is still valid is for the caller to see.
    Optional<Claim> open(String ticket) {
        byte[] all;
        try {
            all = Base64.getUrlDecoder().decode(ticket);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (all.length <= SEAL) {
            return Optional.empty();
        }
        byte[] text = Arrays.copyOf(all, all.length - SEAL);
        byte[] seal = Arrays.copyOfRange(all, text.length, all.length);
        return MessageDigest.isEqual(mac(text), seal) ? Optional.of(claim(text)) : Optional.empty();
    }

    private static Claim claim(byte[] text) {
        String[] parts = new String(text, StandardCharsets.US_ASCII).split("\\.", -1);
        return new Claim(parts[0], Integer.parseInt(parts[1]), Instant.ofEpochSecond(Long.parseLong(parts[2])));
    }

    private byte[] mac(byte[] text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
