package guidang.local;

import java.io.Serial;

/// A command that can't be done, in one line that says what to do.
public final class Refused extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    /// The line is the message.
    public Refused(String line) {
        super(line);
    }
}
