package guidang.reader.structure;

import guidang.reader.protocol.Structure;
import guidang.reader.protocol.Structure.Code;
import guidang.reader.protocol.Structure.Finding;
import guidang.reader.protocol.Structure.Phrase;
import guidang.reader.protocol.Structure.Role;
import guidang.reader.protocol.Structure.Section;
import guidang.reader.protocol.Structure.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A structure and the words that its offsets stand for.
record Read(String text, Structure structure) {
    static Read of(String text) {
        return of(Paper.of(text));
    }

    static Read of(Paper paper) {
        return new Read(paper.text(), StructureReader.read(paper));
    }

    List<Role> roles() {
        return structure.sections().stream().map(Section::role).toList();
    }

    List<String> headings() {
        return structure.sections().stream().map(Section::heading).toList();
    }

    List<String> labels() {
        return structure.items().stream().map(item -> item.level() + item.label()).toList();
    }

    List<@Nullable String> itemAspects() {
        return structure.items().stream().<@Nullable String>map(item -> item.aspect()).toList();
    }

    List<String> aspects() {
        return structure.head().aspects().stream().map(Phrase::text).toList();
    }

    List<String> words(List<Statement> statements) {
        return statements.stream().map(one -> text.substring(one.start(), one.end())).toList();
    }

    List<String> problems() {
        return words(structure.problems());
    }

    List<String> placeholders() {
        return structure.placeholders().stream().map(Phrase::text).toList();
    }

    List<Code> codes() {
        return structure.findings().stream().map(Finding::code).distinct().toList();
    }

    @Nullable
    String title() {
        Phrase title = structure.head().title();
        return title == null ? null : title.text();
    }
}
