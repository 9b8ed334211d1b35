package guidang.server.organizations;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/// How the tree begins.
///
/// @param rootCode
///            the root's code, made on an empty store; the first administrator
///            is whoever the identity provider grants `administrator@` this
/// @param rootName
///            its name
/// @param importLimit
///            the largest list that is taken
@Validated
@ConfigurationProperties("guidang.organizations")
record OrganizationsSettings(
        @NotNull @DefaultValue("ROOT") @Pattern(regexp = "[A-Z0-9][A-Z0-9-]{0,31}", message = "has capital letters, digits and hyphens, at most 32") String rootCode,
        @NotBlank @DefaultValue("机关工委") String rootName, @NotNull @DefaultValue("20MB") DataSize importLimit) {}
