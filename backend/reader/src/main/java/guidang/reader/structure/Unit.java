package guidang.reader.structure;

import guidang.reader.protocol.Structure.Role;
import org.jspecify.annotations.Nullable;

/// A numbered unit while it is read; its end moves on.
final class Unit {
    final Style style;
    final int value;
    final String label;
    final @Nullable Unit parent;
    /// Its place among the units of the document.
    final int index;
    final int start;
    /// Where the words after the number begin.
    final int content;
    final int level;
    /// Whether it stands inside a paragraph.
    final boolean inline;
    int end;
    int children;
    @Nullable
    Heading heading;
    @Nullable
    AspectName aspect;
    /// What the heading says where it is a role and nothing else: 存在问题, 整改措施.
    @Nullable
    Role role;
    /// The aspect's words, by 方面 or because it was announced.
    @Nullable
    String named;
    /// Whether the heading says something of the aspect that it names.
    boolean states;

    Unit(Style style, int value, String label, @Nullable Unit parent, int index, int start, int content, boolean inline) {
        this.style = style;
        this.value = value;
        this.label = label;
        this.parent = parent;
        this.index = index;
        this.start = start;
        this.content = content;
        this.level = parent == null ? 1 : parent.level + 1;
        this.inline = inline;
        this.end = content;
    }

    /// Whether the heading only names an aspect: then the statement begins
    /// after it.
    boolean onlyNames() {
        Heading head = heading;
        return head != null && named != null && !states && (aspect == null || aspect.whole());
    }

    int body() {
        return heading == null ? content : heading.body();
    }

    @Nullable
    String inherited() {
        for (Unit unit = this; unit != null; unit = unit.parent) {
            if (unit.named != null) {
                return unit.named;
            }
        }
        return null;
    }
}
