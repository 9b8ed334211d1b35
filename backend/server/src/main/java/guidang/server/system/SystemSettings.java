package guidang.server.system;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What holds for the whole installation.
///
/// @param version
///            shown to the user
/// @param demo
///            whether the demo identity provider is in use
@ConfigurationProperties("guidang")
record SystemSettings(@DefaultValue("0.1.0") String version, @DefaultValue("false") boolean demo) {}
