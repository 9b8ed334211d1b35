package guidang.server.access;

import guidang.server.kernel.Code;

/// One role at one organisation; in a token `role@CODE`.
public record Grant(Role role, Code organization) {}
