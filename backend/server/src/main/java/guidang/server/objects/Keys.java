package guidang.server.objects;

/// What a key may look like: ASCII names joined by slashes. [Layout] makes no
/// others; this stops one that was pasted together elsewhere before it leaves
/// the place's root.
final class Keys {
    private Keys() {
    }

    /// The key itself.
    ///
    /// @throws IllegalArgumentException
    ///             if it is no sequence of names of `[A-Za-z0-9._-]`, none of which
    ///             begins with a dot
    static String checked(String key) {
        boolean atStart = true;
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            if (atStart ? !nameCharacter(c) || c == '.' : !nameCharacter(c) && c != '/') {
                throw new IllegalArgumentException("not a key: " + key);
            }
            atStart = c == '/';
        }
        if (atStart) {
            throw new IllegalArgumentException("not a key: " + key);
        }
        return key;
    }

    private static boolean nameCharacter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_' || c == '.';
    }
}
