package guidang.local.identity;

import guidang.local.demo.DemoOrganization;
import guidang.local.demo.DemoUser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;

/// The sign-in page: one button a user, each a form with the hidden fields
/// `username` and `claims` (JSON) that the server takes over into the token.
final class LoginPage {
    private LoginPage() {
    }

    static String html() throws IOException {
        String users = DemoUser.OFFERED.stream().map(LoginPage::row).collect(Collectors.joining("\n"));
        try (InputStream page = Objects.requireNonNull(LoginPage.class.getResourceAsStream("login.html"))) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8).replace("{users}", users);
        }
    }

    private static String row(DemoUser user) {
        return """
                <li><form method="post"><input type="hidden" name="username" value="%s"><input type="hidden" name="claims" \
                value='{"aud":["guidang","guidang-web"],"roles":["%s"],"name":"%s"}'><button id="u-%s"><b>%s</b> \
                <span>%s <i lang="en">%s</i></span> <span>%s</span> <code>%s</code></button></form></li>""".formatted(
                user.id(), user.grant(), user.name(), user.id(), user.name(), user.roleName(), user.role(),
                DemoOrganization.of(user.organization()).name(), user.id());
    }
}
