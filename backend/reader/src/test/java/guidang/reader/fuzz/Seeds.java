package guidang.reader.fuzz;

import guidang.reader.labelled.LabelledFile;
import guidang.reader.protocol.Answer;
import guidang.reader.protocol.Request;
import guidang.reader.structure.Paper;
import guidang.reader.structure.StructureReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;

/// What the fuzzer begins with: the labelled documents in every format, the
/// tests' own files, the names and texts of the set of markings.
final class Seeds {
    private static final Path RESOURCES = Path.of("src", "test", "resources");
    /// Documents of each format.
    private static final int EACH = 4;

    private final Target target;
    private final Path folder;

    private Seeds(Target target, Path folder) {
        this.target = target;
        this.folder = folder;
    }

    /// Writes those of a target into a folder.
    static void write(Target target, Path folder) throws IOException {
        Files.createDirectories(folder);
        Seeds seeds = new Seeds(target, folder);
        if (target == Target.MARKING) {
            seeds.markings();
        } else {
            for (LabelledFile file : LabelledFile.shortest(EACH)) {
                seeds.add(file.name() + "." + file.format(), file.format(), file.bytes());
            }
            seeds.files();
        }
    }

    private void files() throws IOException {
        try (Stream<Path> files = Files.list(RESOURCES.resolve("formats"))) {
            for (Path file : files.sorted().toList()) {
                String name = String.valueOf(file.getFileName());
                add(name, name.substring(name.indexOf('.') + 1), Files.readAllBytes(file));
            }
        }
    }

    private void add(String name, String format, byte[] bytes) throws IOException {
        switch (target) {
            case TEXT -> {
                if (format.equals("txt")) {
                    seed(name, bytes);
                    seed(name + "-marked", marked(new String(bytes, StandardCharsets.UTF_8)));
                }
            }
            case PARTS -> {
                if (format.startsWith("docx") || List.of("odt", "ofd").contains(format)) {
                    seed(name, Parts.of(bytes));
                }
            }
            case MARKUP -> {
                if (List.of("txt", "gb18030", "utf16", "rtf", "html").contains(format)) {
                    seed(name, bytes);
                }
            }
            case PDF -> {
                if (format.equals("pdf")) {
                    seed(name, plain(bytes));
                }
            }
            case COMPOUND -> {
                if (List.of("doc", "wps").contains(format)) {
                    seed(name, bytes);
                }
            }
            case FRAMES -> {
                if (format.equals("txt")) {
                    seed(name, read(new String(bytes, StandardCharsets.UTF_8)).frame());
                    seed("request", new Request("a", name, 100).frame());
                }
            }
            case MARKING -> throw new IllegalStateException();
        }
    }

    private static Answer read(String text) {
        return new Answer.Reading("text/plain", 1, "a", Map.of("encoding", "UTF-8"), List.of(0), text,
                StructureReader.read(Paper.of(text)));
    }

    private void seed(String name, byte[] bytes) throws IOException {
        Files.write(folder.resolve(name), bytes);
    }

    /// Each line with the mark of another kind.
    private static byte[] marked(String text) {
        String[] lines = text.split("\n", -1);
        return IntStream.range(0, lines.length).mapToObj(i -> (char) (i % 8 + 1) + lines[i]).collect(Collectors.joining("\n"))
                .replace((char) 8, (char) 0xe).getBytes(StandardCharsets.UTF_8);
    }

    private void markings() throws IOException {
        int n = 0;
        for (String line : Files.readAllLines(RESOURCES.resolve("labelled/classified.tsv"))) {
            String[] row = line.split("\t", 3);
            if (row.length == 3) {
                String words = row[2].replace("\\n", "\n").replace("\\t", "\t");
                int place = List.of("file-name", "property", "header").indexOf(row[1]);
                String input = place < 0 ? "a\nb\nc\n" + words : "\n".repeat(place) + words + "\n".repeat(3 - place);
                seed("row-" + n++, input.getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    /// A pdf whose streams are not compressed: a byte changed in a compressed one
    /// breaks it and tells nothing.
    private static byte[] plain(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (COSObjectKey key : document.getDocument().getXrefTable().keySet()) {
                COSBase object = document.getDocument().getObjectFromPool(key).getObject();
                if (object instanceof COSStream stream) {
                    expand(stream);
                }
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out, CompressParameters.NO_COMPRESSION);
            return out.toByteArray();
        }
    }

    private static void expand(COSStream stream) throws IOException {
        byte[] content;
        try (InputStream in = stream.createInputStream()) {
            content = in.readAllBytes();
        }
        try (OutputStream out = stream.createOutputStream(); InputStream in = new ByteArrayInputStream(content)) {
            in.transferTo(out);
        }
    }
}
