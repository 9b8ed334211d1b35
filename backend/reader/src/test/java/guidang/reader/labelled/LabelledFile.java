package guidang.reader.labelled;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A labelled document in one format, for whoever needs files of every kind.
///
/// @param format
///            as the documents' headers name it
public record LabelledFile(String name, String format, byte[] bytes) {
    /// Those of the shortest documents, so many of each format.
    public static List<LabelledFile> shortest(int each) {
        List<Labelled> documents = Labelled.all().stream().sorted(Comparator.comparingInt(one -> one.text().length())).toList();
        List<LabelledFile> files = new ArrayList<>();
        for (Format format : Format.values()) {
            documents.stream().filter(one -> format == Format.TXT || one.words("formats").contains(format.toString())).limit(each)
                    .forEach(one -> files.add(new LabelledFile(one.name(), format.toString(), format.render(one))));
        }
        return files;
    }
}
