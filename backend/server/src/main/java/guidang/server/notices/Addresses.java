package guidang.server.notices;

import guidang.server.objects.StoredJson;
import guidang.server.kernel.Code;
import guidang.server.objects.Layout;
import guidang.server.objects.ObjectStore;
import java.util.regex.Pattern;
import reactor.core.publisher.Mono;

/// The mail addresses of organisations, as they lie in `work` at
/// `state/addresses/{organization}.json`: state that its administrators set
/// and remove.
final class Addresses {
    private static final int LENGTH = 254;
    private static final Pattern FORM = Pattern.compile(
            "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)*[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?");

    private final ObjectStore work;

    Addresses(ObjectStore work) {
        this.work = work;
    }

    private record Kept(int format, String address) {}

    /// Whether it is one address of RFC 5321 in ASCII, without quotes.
    static boolean isOne(String text) {
        return text.length() <= LENGTH && text.indexOf('@') <= 64 && FORM.matcher(text).matches();
    }

    /// Empty where none is set.
    Mono<String> find(Code organization) {
        return work.get(Layout.address(organization), NoticeBook.LIMIT)
                .map(bytes -> StoredJson.read(bytes, Kept.class).address());
    }

    Mono<Void> set(Code organization, String address) {
        return work.replace(Layout.address(organization), StoredJson.bytes(new Kept(1, address)));
    }

    Mono<Void> remove(Code organization) {
        return work.delete(Layout.address(organization));
    }
}
