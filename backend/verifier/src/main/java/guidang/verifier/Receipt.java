package guidang.verifier;

import java.math.BigDecimal;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/// A receipt of format 1, as the platform gives it (docs/FORMAT.md).
///
/// @param record
///            the leaf's exact text
/// @param proof
///            hashes from the leaf up
/// @param checkpoint
///            a signed note (C2SP)
record Receipt(String origin, String record, long leafIndex, long treeSize, List<byte[]> proof, String checkpoint) {
    /// @throws IllegalArgumentException
    ///             where the text is no such receipt
    static Receipt parse(String text) {
        if (!(Json.parse(text) instanceof Map<?, ?> members)) {
            throw new IllegalArgumentException("not a JSON object");
        }
        if (number(members, "format") != 1) {
            throw new IllegalArgumentException("format is not 1");
        }
        return new Receipt(string(members, "origin"), string(members, "record"), number(members, "leafIndex"),
                number(members, "treeSize"), hashes(members), string(members, "checkpoint"));
    }

    /// The members of the record's `data`.
    Map<?, ?> data() {
        if (Json.parse(record) instanceof Map<?, ?> members && members.get("data") instanceof Map<?, ?> data) {
            return data;
        }
        throw new IllegalArgumentException("the record has no data");
    }

    /// The SHA-256 digests of the files that the record names, hexadecimal.
    List<String> files() {
        return data().get("files") instanceof List<?> files
                ? files.stream().filter(Map.class::isInstance).map(file -> String.valueOf(((Map<?, ?>) file).get("sha256")))
                        .toList()
                : List.of();
    }

    private static List<byte[]> hashes(Map<?, ?> members) {
        if (!(members.get("proof") instanceof List<?> proof) || proof.size() > 63) {
            throw new IllegalArgumentException("proof is not a list of hashes");
        }
        return proof.stream().map(each -> hash(String.valueOf(each))).toList();
    }

    private static byte[] hash(String base64) {
        byte[] hash = Base64.getDecoder().decode(base64);
        if (hash.length != 32) {
            throw new IllegalArgumentException("a hash of the proof has " + hash.length + " bytes");
        }
        return hash;
    }

    private static String string(Map<?, ?> members, String name) {
        if (members.get(name) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException(name + " is not a text");
    }

    private static long number(Map<?, ?> members, String name) {
        try {
            if (members.get(name) instanceof BigDecimal number && number.signum() >= 0) {
                return number.longValueExact();
            }
        } catch (ArithmeticException fraction) {
            throw new IllegalArgumentException(name + " is not a whole number", fraction);
        }
        throw new IllegalArgumentException(name + " is not a number");
    }
}
