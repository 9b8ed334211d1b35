package guidang.server.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import guidang.server.query.Word;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryTest {
    @Test
    void wordsAreDividedBySpacesOfAnyWidth() {
        assertThat(Query.of("  组织生活会　整改\t2023年 ").words()).containsExactly(new Word("组织生活会", false), new Word("整改", false),
                new Word("2023年", false));
    }

    @Test
    void whatStandsInQuotesIsOneWord() {
        assertThat(Query.of("“四风”问题「上热 下冷」\"a b\"『廉』").words()).containsExactly(new Word("四风", true), new Word("问题", false),
                new Word("上热 下冷", true), new Word("a b", true), new Word("廉", true));
    }

    @Test
    void blankAsksForEverything() {
        assertThat(Query.of(null).words()).isEmpty();
        assertThat(Query.of(" 　").words()).isEmpty();
    }

    @Test
    void punctuationBetweenWordsIsNoWord() {
        assertThat(Query.of("党性 、 纪律").words()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"“四风,open-quote", "四风”,stray-quote", "a \"b,open-quote", "“”,no-words", "、。,no-words", "「四风」」,stray-quote"})
    void saysWhatIsWrong(String typed, String reason) {
        assertMalformed(typed, reason);
    }

    @Test
    void isBounded() {
        assertMalformed("廉".repeat(201), "too-long");
        assertMalformed("a ".repeat(17), "too-many-words");
    }

    private static void assertMalformed(String typed, String reason) {
        assertThatThrownBy(() -> Query.of(typed)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.type()).isEqualTo(ProblemType.MALFORMED_QUERY);
            assertThat(problem.arguments()).containsEntry("reason", reason);
        });
    }
}
