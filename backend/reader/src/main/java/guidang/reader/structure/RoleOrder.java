package guidang.reader.structure;

import guidang.reader.protocol.Structure.Role;
import java.util.ArrayList;
import java.util.List;

/// A self-examination says what is wrong, why, and what will be done, in this
/// order. So a heading in words that tell nothing (往后的日子) is known by its place
/// between those that do.
final class RoleOrder {
    /// Parts of other purposes, which may stand anywhere.
    private static final String[] OTHERS = {"总体", "目标", "原则", "要求", "组织领导", "组织实施", "组织机构", "保障", "领导", "表态", "附", "说明", "成效",
            "做法", "经验"};

    private final List<String> headings;
    private final List<Role> roles;

    private RoleOrder(List<String> headings, List<Role> told) {
        this.headings = headings;
        this.roles = new ArrayList<>(told);
    }

    /// The roles of the sections of a self-examination.
    ///
    /// @param told
    ///            by their headings alone
    static List<Role> of(List<String> headings, List<Role> told) {
        RoleOrder order = new RoleOrder(headings, told);
        order.before(told.indexOf(Role.CAUSES));
        for (int i = 0; i < told.size(); i++) {
            if (told.get(i) == Role.UNCLASSIFIED && !Roles.containsAny(headings.get(i), OTHERS)) {
                order.place(i);
            }
        }
        return order.roles;
    }

    private void place(int i) {
        Role before = i == 0 ? Role.BASICS : roles.get(i - 1);
        Role after = i + 1 == roles.size() ? Role.UNCLASSIFIED : roles.get(i + 1);
        boolean last = i + 1 == roles.size();
        if (!roles.contains(Role.PROBLEMS) && after == Role.MEASURES) {
            roles.set(i, Role.PROBLEMS);
        } else if (!roles.contains(Role.CAUSES) && before == Role.PROBLEMS && (after == Role.MEASURES || isOpenAndLast(i + 1))) {
            roles.set(i, Role.CAUSES);
        } else if (!roles.contains(Role.MEASURES) && (before == Role.CAUSES || before == Role.PROBLEMS) && last) {
            roles.set(i, Role.MEASURES);
        }
    }

    /// What comes right before the causes are the problems, one section or several,
    /// where none is called so.
    private void before(int causes) {
        for (int i = causes - 1; !roles.contains(Role.PROBLEMS) || i < causes - 1; i--) {
            if (i < 0 || roles.get(i) != Role.UNCLASSIFIED || Roles.containsAny(headings.get(i), OTHERS)) {
                return;
            }
            roles.set(i, Role.PROBLEMS);
        }
    }

    private boolean isOpenAndLast(int i) {
        return i + 1 == roles.size() && roles.get(i) == Role.UNCLASSIFIED && !Roles.containsAny(headings.get(i), OTHERS);
    }
}
