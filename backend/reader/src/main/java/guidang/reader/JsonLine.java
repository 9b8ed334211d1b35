package guidang.reader;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One line of JSON, member by member; what is null is left out.
final class JsonLine {
    private final StringBuilder out = new StringBuilder(1 << 12);
    private boolean first = true;

    @Override
    public String toString() {
        return out.toString();
    }

    JsonLine object(Consumer<JsonLine> members) {
        out.append('{');
        first = true;
        members.accept(this);
        out.append('}');
        first = false;
        return this;
    }

    JsonLine put(String name, @Nullable String value) {
        if (value != null) {
            name(name);
            text(value);
        }
        return this;
    }

    JsonLine put(String name, int value) {
        name(name);
        out.append(value);
        return this;
    }

    JsonLine putNull(String name) {
        name(name);
        out.append("null");
        return this;
    }

    JsonLine numbers(String name, List<Integer> values) {
        name(name);
        out.append('[');
        for (int i = 0; i < values.size(); i++) {
            out.append(i == 0 ? "" : ",").append(values.get(i));
        }
        out.append(']');
        return this;
    }

    <T> JsonLine put(String name, @Nullable T value, Member<T> member) {
        if (value != null) {
            name(name);
            object(line -> member.write(line, value));
        }
        return this;
    }

    <T> JsonLine list(String name, List<T> values, Member<T> member) {
        name(name);
        out.append('[');
        for (int i = 0; i < values.size(); i++) {
            T value = values.get(i);
            out.append(i == 0 ? "" : ",");
            object(line -> member.write(line, value));
        }
        out.append(']');
        first = false;
        return this;
    }

    private void name(String name) {
        if (!first) {
            out.append(',');
        }
        first = false;
        text(name);
        out.append(':');
    }

    private void text(String value) {
        out.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c == '\n') {
                out.append("\\n");
            } else if (c == '\t') {
                out.append("\\t");
            } else if (c < ' ' || c == 0x7f || c == 0x2028 || c == 0x2029 || isHalf(value, i)) {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    private static boolean isHalf(String value, int at) {
        char c = value.charAt(at);
        return (Character.isHighSurrogate(c) && (at + 1 == value.length() || !Character.isLowSurrogate(value.charAt(at + 1))))
                || (Character.isLowSurrogate(c) && (at == 0 || !Character.isHighSurrogate(value.charAt(at - 1))));
    }

    interface Member<T> {
        void write(JsonLine line, T value);
    }
}
