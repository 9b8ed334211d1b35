package guidang.server.filing;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The part of a file that a request asks for (RFC 9110 §14): one range; where
/// several are asked for, or in a unit other than bytes, the whole file is a
/// right answer.
///
/// @param offset
///            of the first byte
/// @param length
///            in bytes
/// @param partial
///            whether it was asked for as a range
record ByteRange(long offset, long length, boolean partial) {
    private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /// Reads what a request asks for.
    ///
    /// @param header
    ///            the request's `Range`, if any
    /// @param size
    ///            of the whole file
    /// @return empty where the range lies outside the file (416)
    static Optional<ByteRange> of(@Nullable String header, long size) {
        Matcher range = ONE.matcher(header == null ? "" : header.replace(" ", ""));
        if (!range.matches()) {
            return Optional.of(new ByteRange(0, size, false));
        }
        long first = number(range.group(1), -1);
        long last = number(range.group(2), -1);
        return first < 0 ? suffix(last, size) : from(first, last < 0 ? size - 1 : last, size);
    }

    /// `-5`: the last five bytes; `-` is no range.
    private static Optional<ByteRange> suffix(long wanted, long size) {
        long length = Math.min(wanted, size);
        if (wanted < 0) {
            return Optional.of(new ByteRange(0, size, false));
        }
        return length == 0 ? Optional.empty() : Optional.of(new ByteRange(size - length, length, true));
    }

    private static Optional<ByteRange> from(long first, long last, long size) {
        if (last < first && first < size) {
            return Optional.of(new ByteRange(0, size, false));
        }
        return first >= size ? Optional.empty() : Optional.of(new ByteRange(first, Math.min(last, size - 1) - first + 1, true));
    }

    private static long number(String digits, long otherwise) {
        return digits.isEmpty() ? otherwise : Long.parseLong(digits);
    }

    /// As in `Content-Range`.
    String contentRange(long size) {
        return "bytes " + offset + "-" + (offset + length - 1) + "/" + size;
    }
}
