package guidang.server.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TallyTest {
    @Test
    void doesNotKnowInWhichOrderItWasFilled() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            ids.add("id" + i);
        }
        Tally one = new Tally();
        ids.forEach(id -> one.add(id, "h" + id));
        Collections.shuffle(ids, new Random(1));
        Tally other = new Tally();
        ids.forEach(id -> other.apply(new Document(id, 1, "old", null, null, null)));
        ids.forEach(id -> other.apply(new Document(id, 2, "h" + id, "old", null, null)));
        assertThat(other.differences(one).isEmpty()).isTrue();
        assertThat(other.count()).isEqualTo(1000);
    }

    @Test
    void namesTheBucketThatDiffers() {
        Tally one = new Tally();
        one.add("a", "1");
        one.add("b", "1");
        Tally other = Tally.of(one.encoded());
        other.remove("b", "1");
        other.add("b", "2");
        assertThat(one.differences(other).stream().boxed()).containsExactly(Tally.bucket("b"));
    }
}
