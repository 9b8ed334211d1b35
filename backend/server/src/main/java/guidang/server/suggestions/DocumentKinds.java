package guidang.server.suggestions;

import guidang.server.filing.Obligation;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which of a campaign's documents a kind of READING.md is: by the usual codes,
/// and by the words that such a document is called with.
final class DocumentKinds {
    private record Kind(String code, List<String> words, List<String> without) {}

    private static final Map<String, Kind> KINDS = Map.of(
            "self-examination", new Kind("SELF-EXAM", List.of("对照检查", "对照检视", "检视剖析"), List.of("个人")),
            "meeting", new Kind("MEETING", List.of("会议情况", "组织生活会情况", "民主生活会情况"), List.of()),
            "plan", new Kind("PLAN", List.of("方案", "计划"), List.of("整改")),
            "rectification", new Kind("RECTIFY", List.of("整改方案", "整改台账", "问题清单", "台账"), List.of("落实")),
            "implementation", new Kind("IMPLEMENT", List.of("整改落实", "落实情况"), List.of()));

    private DocumentKinds() {
    }

    /// Whether a document of the kind is one of that type.
    static boolean is(String kind, Obligation owed) {
        return Optional.ofNullable(KINDS.get(kind)).filter(known -> known.code().equals(owed.documentType().value())
                || (known.words().stream().anyMatch(owed.documentName()::contains)
                        && known.without().stream().noneMatch(owed.documentName()::contains)))
                .isPresent();
    }

    /// Whether the words name the document: all of its name, or one of several
    /// names that a slash divides.
    static boolean names(String words, Obligation owed) {
        return Arrays.stream(owed.documentName().split("/", -1)).map(OrganizationWords::plain).anyMatch(
                name -> name.length() >= 4 && words.contains(name));
    }
}
