package guidang.reader.word;

import java.io.IOException;

/// The file unpacks to more than is taken from any.
public final class TooComplex extends IOException {
    private static final long serialVersionUID = 1;

    TooComplex(String what) {
        super(what);
    }
}
