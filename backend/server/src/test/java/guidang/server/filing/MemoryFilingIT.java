package guidang.server.filing;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.server.objects.MemoryObjects;
import guidang.server.objects.ObjectStore;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.bean.override.convention.TestBean;
import tools.jackson.databind.JsonNode;

/// In memory, and with an archive that refuses writes or loses its answers.
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // the test context puts them in the place of the beans
class MemoryFilingIT extends FilingContract {
    private static final FaultyStore ARCHIVE = new FaultyStore(MemoryObjects.archive());

    @TestBean
    private ObjectStore archive;
    @TestBean
    private ObjectStore work;

    static ObjectStore archive() {
        return ARCHIVE;
    }

    static ObjectStore work() {
        return MemoryObjects.work();
    }

    @AfterEach
    void heal() {
        ARCHIVE.heal();
    }

    @ParameterizedTest
    @ValueSource(strings = {"blobs/", "journal/commits/"})
    void aStoreThatRefusesWritesIsToldAndNothingIsHalfDone(String refused) {
        Map<String, Object> filing = filing("B1", text("一"));
        ARCHIVE.refuse(key -> key.startsWith(refused));
        String answer = body(file(zhang, filing, "k"), 503);
        assertThat(answer).containsAnyOf("store-unavailable", "outcome-unknown");
        assertThat(owedState()).isEqualTo("missing");
        ARCHIVE.heal();
        JsonNode filed = created(file(zhang, filing, "k"));
        assertThat(filed.at("/report/version").asInt()).isEqualTo(1);
        assertThat(json(get(zhang, "/api/reports/" + filed.at("/report/id").asString() + "/history")).at("/items")).hasSize(1);
    }

    @Test
    void anAnswerThatIsLostOnItsWayFromTheStoreIsFoundOutByRepeating() {
        Map<String, Object> filing = filing("B1", text("一"));
        ARCHIVE.loseAnswers(key -> key.startsWith("blobs/"));
        body(file(zhang, filing, "k"), 503);
        ARCHIVE.heal();
        JsonNode filed = created(file(zhang, filing, "k"));
        assertThat(json(get(zhang, "/api/reports/" + filed.at("/report/id").asString() + "/history")).at("/items")).hasSize(1);
    }
}
