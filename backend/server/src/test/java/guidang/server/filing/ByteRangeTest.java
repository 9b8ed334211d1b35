package guidang.server.filing;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// RFC 9110 §14.1.2, on a file of ten bytes.
class ByteRangeTest {
    @ParameterizedTest
    @CsvSource(nullValues = "NIL", value = {"NIL,0,10,false", "bytes=0-0,0,1,true", "bytes=2-5,2,4,true", "bytes=2-,2,8,true",
            "bytes=-3,7,3,true", "bytes=-30,0,10,true", "bytes=9-99,9,1,true", "bytes=-,0,10,false", "lines=1-2,0,10,false",
            "'bytes=0-1,4-5',0,10,false", "bytes=5-2,0,10,false"})
    void aRangeIsReadAsTheStandardSays(@Nullable String header, long offset, long length, boolean partial) {
        assertThat(ByteRange.of(header, 10)).contains(new ByteRange(offset, length, partial));
    }

    @ParameterizedTest
    @CsvSource({"bytes=10-", "bytes=10-20", "bytes=-0"})
    void aRangeOutsideTheFileIsNone(String header) {
        assertThat(ByteRange.of(header, 10)).isEmpty();
    }

    @Test
    void contentRange() {
        assertThat(new ByteRange(2, 4, true).contentRange(10)).isEqualTo("bytes 2-5/10");
    }
}
