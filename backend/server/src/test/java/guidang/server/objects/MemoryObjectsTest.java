package guidang.server.objects;

class MemoryObjectsTest extends ObjectStoreContract {
    @Override
    protected ObjectStore archive() {
        return MemoryObjects.archive();
    }

    @Override
    protected ObjectStore work() {
        return MemoryObjects.work();
    }
}
