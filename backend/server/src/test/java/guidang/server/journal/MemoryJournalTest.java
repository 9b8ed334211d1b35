package guidang.server.journal;

import guidang.server.objects.MemoryObjects;
import guidang.server.objects.ObjectStore;

class MemoryJournalTest extends JournalContract {
    @Override
    ObjectStore store() {
        return MemoryObjects.archive();
    }
}
