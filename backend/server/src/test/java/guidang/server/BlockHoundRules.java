package guidang.server;

import reactor.blockhound.BlockHound;
import reactor.blockhound.integration.BlockHoundIntegration;

/// What may block on a non-blocking thread: class loading, seeding a random
/// generator once, the short locks of Jackson when a type is met first, and of
/// Netty's allocator when it grows. What BlockHound does not know to block:
/// fsync(2) and link(2).
public class BlockHoundRules implements BlockHoundIntegration {
    @Override
    public void applyTo(BlockHound.Builder builder) {
        builder.allowBlockingCallsInside("java.lang.ClassLoader", "loadClass")
                // The texts of a constraint, once.
                .allowBlockingCallsInside("java.util.ResourceBundle", "getBundleImpl")
                .allowBlockingCallsInside("java.util.ServiceLoader$LazyClassPathLookupIterator", "parse")
                .allowBlockingCallsInside("guidang.server.kernel.RandomBytes", "<clinit>")
                // Jackson learns a type, once, under a lock.
                .allowBlockingCallsInside("tools.jackson.databind.deser.DeserializerCache", "_createAndCacheValueDeserializer")
                .allowBlockingCallsInside("tools.jackson.databind.ser.SerializerCache", "addAndResolveNonTypedSerializer")
                .allowBlockingCallsInside("io.netty.buffer.AdaptivePoolingAllocator", "allocate")
                .markAsBlocking("sun.nio.ch.UnixFileDispatcherImpl", "force0", "(Ljava/io/FileDescriptor;Z)I")
                .markAsBlocking("sun.nio.fs.UnixNativeDispatcher", "link0", "(JJ)V");
    }
}
