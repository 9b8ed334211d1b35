package guidang.reader.formats;

import java.io.IOException;

/// A limit of text, bytes, depth or pages is passed.
public final class TooMuch extends IOException {
    private static final long serialVersionUID = 1;

    public TooMuch(String what) {
        super("more than the limit: " + what);
    }
}
