package guidang.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/// A receipt examined, step by step; the first step that fails is the verdict.
final class Examination {
    private final Words words;

    Examination(Words words) {
        this.words = words;
    }

    Verdict of(Arguments given) {
        Receipt receipt;
        try {
            receipt = Receipt.parse(Files.readString(given.receipt()));
        } catch (IOException e) {
            return words.say(Verdict.UNREADABLE, given.receipt(), e.toString());
        } catch (IllegalArgumentException e) {
            return words.say(Verdict.MALFORMED_RECEIPT, given.receipt(), e.getMessage());
        }
        NoteKey key;
        try {
            key = NoteKey.parse(given.key());
        } catch (IllegalArgumentException e) {
            return words.say(Verdict.MALFORMED_KEY, given.key(), e.getMessage());
        }
        Verdict files = files(receipt, given.files());
        return files != Verdict.PROVEN ? files : log(receipt, key);
    }

    private Verdict files(Receipt receipt, List<Path> files) {
        for (Path file : files) {
            try {
                String digest = digest(file);
                if (!receipt.files().contains(digest)) {
                    return words.say(Verdict.FILE_NOT_NAMED, file, digest, String.join(" ", receipt.files()));
                }
                words.step("file", file, digest);
            } catch (IOException e) {
                return words.say(Verdict.UNREADABLE, file, e.toString());
            } catch (IllegalArgumentException e) {
                return words.say(Verdict.MALFORMED_RECEIPT, "record", e.getMessage());
            }
        }
        return Verdict.PROVEN;
    }

    private Verdict log(Receipt receipt, NoteKey key) {
        Checkpoint checkpoint;
        try {
            checkpoint = Checkpoint.parse(receipt.checkpoint());
        } catch (IllegalArgumentException e) {
            return words.say(Verdict.MALFORMED_RECEIPT, "checkpoint", e.getMessage());
        }
        if (!key.signed(receipt.checkpoint())) {
            return words.say(Verdict.NOT_SIGNED, key.name());
        }
        if (!checkpoint.origin().equals(key.name()) || !receipt.origin().equals(key.name())
                || checkpoint.size() != receipt.treeSize()) {
            return words.say(Verdict.ANOTHER_CHECKPOINT, checkpoint.origin(), checkpoint.size());
        }
        words.step("signed", key.name());
        if (!included(receipt, checkpoint)) {
            return words.say(Verdict.NOT_INCLUDED, receipt.leafIndex(), receipt.treeSize());
        }
        words.step("included", receipt.leafIndex(), receipt.treeSize());
        words.step("record", receipt.record());
        return words.say(Verdict.PROVEN, key.name());
    }

    private static boolean included(Receipt receipt, Checkpoint checkpoint) {
        try {
            return Arrays.equals(checkpoint.root(),
                    Inclusion.root(receipt.record(), receipt.leafIndex(), receipt.treeSize(), receipt.proof()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String digest(Path file) throws IOException {
        MessageDigest digest = Inclusion.sha256();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
