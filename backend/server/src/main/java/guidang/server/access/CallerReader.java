package guidang.server.access;

import guidang.server.kernel.Code;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/// From a verified token to who asks.
final class CallerReader {
    private final String grantsClaim;

    CallerReader(String grantsClaim) {
        this.grantsClaim = grantsClaim;
    }

    /// @throws Problem
    ///             `CONFLICTING_GRANTS` where one token makes the same person
    ///             administrator and auditor (三员分立), wherever
    Caller read(Jwt token) {
        Set<Grant> grants = new LinkedHashSet<>();
        values(token).forEach(value -> grant(value).ifPresent(grants::add));
        String subject = Objects.requireNonNull(token.getSubject(), "the decoder lets no token without a subject pass");
        Caller caller = new Caller(subject, name(token, subject), Set.copyOf(grants));
        if (!caller.at(Role.ADMINISTRATOR).isEmpty() && !caller.at(Role.AUDITOR).isEmpty()) {
            throw new Problem(ProblemType.CONFLICTING_GRANTS);
        }
        return caller;
    }

    private static String name(Jwt token, String subject) {
        return Optional.ofNullable(token.getClaimAsString("name"))
                .or(() -> Optional.ofNullable(token.getClaimAsString("preferred_username")))
                .orElse(subject);
    }

    private Collection<?> values(Jwt token) {
        Object claim = claim(token.getClaims(), grantsClaim);
        return switch (claim) {
            case Collection<?> several -> several;
            case String one -> List.of(one.split("[ ,]+", -1));
            case null, default -> List.of();
        };
    }

    private static @Nullable Object claim(Map<?, ?> claims, String path) {
        Object whole = claims.get(path);
        int dot = path.indexOf('.');
        if (whole != null || dot < 0) {
            return whole;
        }
        return claims.get(path.substring(0, dot)) instanceof Map<?, ?> inner ? claim(inner, path.substring(dot + 1)) : null;
    }

    /// A provider lists other things beside grants: what is not `role@CODE` is
    /// not ours.
    private static Optional<Grant> grant(Object value) {
        String[] parts = value.toString().split("@", -1);
        if (parts.length != 2) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Grant(Role.valueOf(parts[0].strip().toUpperCase(Locale.ROOT)), Code.of(parts[1])));
        } catch (IllegalArgumentException | Problem e) {
            return Optional.empty();
        }
    }
}
