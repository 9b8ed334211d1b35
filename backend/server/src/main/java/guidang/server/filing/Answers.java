package guidang.server.filing;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/// How whoever did something to a report is answered over HTTP, alike in
/// all rooms.
public final class Answers {
    private static final String POSITION = "Guidang-Position";

    private Answers() {
    }

    /// 200 with what was done, and the position to be handed to other requests.
    public static ResponseEntity<FiledReport> ok(FiledReport done) {
        return at(done, HttpStatus.OK).body(done);
    }

    static ResponseEntity.BodyBuilder at(FiledReport done, HttpStatus status) {
        return ResponseEntity.status(status).header(POSITION, Long.toString(done.position()));
    }
}
