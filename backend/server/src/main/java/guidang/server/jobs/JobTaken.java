package guidang.server.jobs;

/// Another replica holds the job now, or it ended: whoever held it lets go.
final class JobTaken extends RuntimeException {
    private static final long serialVersionUID = 1;

    JobTaken(String id) {
        super("job " + id + " is another one's", null, false, false);
    }
}
