package guidang.server.notices;

import io.netty.resolver.AbstractAddressResolver;
import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Promise;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import reactor.core.scheduler.Schedulers;

/// Looks names up and gives only addresses that are allowed. What it gives is
/// what is connected to: a name that answers differently the next time (DNS
/// rebinding) gains nothing. Addresses that stand in the URL itself come through
/// here too.
final class PublicResolver extends AddressResolverGroup<InetSocketAddress> {
    private final Lookup names;
    private final Predicate<InetAddress> allowed;

    PublicResolver(Lookup names, Predicate<InetAddress> allowed) {
        this.names = names;
        this.allowed = allowed;
    }

    /// Names to addresses; may block.
    interface Lookup {
        InetAddress[] all(String name) throws UnknownHostException;
    }

    @Override
    protected AddressResolver<InetSocketAddress> newResolver(EventExecutor executor) {
        return new Resolver(executor);
    }

    private final class Resolver extends AbstractAddressResolver<InetSocketAddress> {
        Resolver(EventExecutor executor) {
            super(executor, InetSocketAddress.class);
        }

        /// Never: what is already an address is checked like any other.
        @Override
        protected boolean doIsResolved(InetSocketAddress address) {
            return false;
        }

        @Override
        protected void doResolve(InetSocketAddress address, Promise<InetSocketAddress> promise) {
            Schedulers.boundedElastic().schedule(() -> {
                try {
                    promise.trySuccess(found(address).getFirst());
                } catch (UnknownHostException e) {
                    promise.tryFailure(e);
                }
            });
        }

        @Override
        protected void doResolveAll(InetSocketAddress address, Promise<List<InetSocketAddress>> promise) {
            Schedulers.boundedElastic().schedule(() -> {
                try {
                    promise.trySuccess(found(address));
                } catch (UnknownHostException e) {
                    promise.tryFailure(e);
                }
            });
        }
    }

    private List<InetSocketAddress> found(InetSocketAddress address) throws UnknownHostException {
        InetAddress[] all = address.getAddress() == null
                ? names.all(address.getHostString())
                : new InetAddress[]{address.getAddress()};
        List<InetSocketAddress> passed = Arrays.stream(all).filter(allowed)
                .map(each -> new InetSocketAddress(each, address.getPort())).toList();
        if (passed.isEmpty()) {
            throw new UnknownHostException("no address that may be connected to");
        }
        return passed;
    }
}
