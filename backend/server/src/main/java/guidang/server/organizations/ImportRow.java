package guidang.server.organizations;

import guidang.server.kernel.Code;

/// One organisation as a list names it.
///
/// @param number
///            its row, from 1
record ImportRow(int number, Code code, String name, OrganizationType type, Code parent) {}
