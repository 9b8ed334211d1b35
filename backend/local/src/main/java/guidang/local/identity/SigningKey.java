package guidang.local.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;

/// The key that signs tokens, made on the first start and kept, so that tokens
/// outlive a restart. Each machine has its own: the library's built-in key
/// is public.
final class SigningKey {
    private static final int BITS = 2048;

    private SigningKey() {
    }

    static JWK in(Path file) throws IOException, JOSEException, ParseException {
        if (Files.exists(file)) {
            return JWK.parse(Files.readString(file));
        }
        RSAKey made = new RSAKeyGenerator(BITS).generate();
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path written = Files.createTempFile(file.toAbsolutePath().getParent(), "key", null,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(written, made.toJSONString());
        Files.move(written, file);
        return made;
    }
}
