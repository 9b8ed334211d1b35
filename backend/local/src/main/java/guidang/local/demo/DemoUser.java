package guidang.local.demo;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Somebody the demo identity provider vouches for.
///
/// @param role
///            `administrator`, `officer`, `auditor` or `clerk`
/// @param organization
///            code of the place where the role holds
public record DemoUser(String id, String name, String role, String organization) {
    /// Those that the sign-in page offers: two clerks share a branch.
    public static final List<DemoUser> OFFERED = List.of(new DemoUser("chen", "陈敏", "administrator", "ROOT"),
            new DemoUser("lin", "林岚", "officer", "ROOT"), new DemoUser("zhao", "赵衡", "auditor", "ROOT"),
            new DemoUser("wang", "王亦", "officer", "C01"), new DemoUser("zhang", "张舒", "clerk", "C01-01"),
            new DemoUser("qian", "钱宁", "clerk", "C01-01"), new DemoUser("li", "李禾", "clerk", "C01"));

    /// Those offered and one clerk for each organisation, named `clerk-` and its
    /// code in small letters.
    public static List<DemoUser> all() {
        Stream<DemoUser> clerks = DemoOrganization.all().stream().map(DemoUser::clerkOf);
        return Stream.concat(OFFERED.stream(), clerks).toList();
    }

    static DemoUser clerkOf(DemoOrganization organization) {
        String code = organization.code();
        return new DemoUser("clerk-" + code.toLowerCase(Locale.ROOT), organization.name() + "报送员", "clerk", code);
    }

    /// The value that the claim `roles` carries.
    public String grant() {
        return role + "@" + organization;
    }

    /// Chinese name of the role.
    public String roleName() {
        return switch (role) {
            case "administrator" -> "系统管理员";
            case "officer" -> "审核员";
            case "auditor" -> "审计员";
            default -> "报送员";
        };
    }
}
