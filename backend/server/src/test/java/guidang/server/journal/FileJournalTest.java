package guidang.server.journal;

import guidang.server.objects.FileObjects;
import guidang.server.objects.ObjectStore;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class FileJournalTest extends JournalContract {
    @TempDir
    private Path folder;

    @Override
    ObjectStore store() throws IOException {
        return FileObjects.archive(folder);
    }
}
