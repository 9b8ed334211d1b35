package guidang.server.suggestions;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.server.inspection.ReadStructure;
import guidang.server.inspection.ReadUpload;
import guidang.server.kernel.Code;
import guidang.server.organizations.Namesakes.Named;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrganizationSuggestionTest {
    private static final List<Named> ALL = List.of(new Named(new Code("C01"), "市档案管理局机关党委"),
            new Named(new Code("C01-01"), "市档案管理局办公室党支部"), new Named(new Code("C01-02"), "市档案管理局收集征管处党支部"),
            new Named(new Code("C01-03"), "市档案管理局老干部处第一党支部"), new Named(new Code("C01-04"), "市档案管理局信息处第一党支部"));
    private static final Set<Code> OWN = Set.of(new Code("C01"));

    @ParameterizedTest
    @CsvSource({"市档案管理局办公室党支部, C01-01, high, organization-full", "中共市档案管理局办公室支部委员会, C01-01, high, organization-full",
            "中共市档案管理局机关委员会, C01, high, organization-full", "收集征管处党支部, C01-02, medium, organization-short",
            "某某省市档案管理局办公室 党支部, C01-01, medium, organization-short", "第一党支部, C01-03, low, organization-several",
            "市水务局党支部, C01, low, organization-unknown"})
    void aBranchIsKnownByItsFullOrShortName(String words, String code, String confidence, String reason) {
        Suggested suggested = OrganizationSuggestion.of(upload("材料.docx", words, "对照检查材料"), ALL, OWN);
        assertThat(suggested.value()).isEqualTo(code);
        assertThat(suggested.confidence().text()).isEqualTo(confidence);
        assertThat(suggested.reasons()).contains(reason);
    }

    @Test
    void titleAndFileNameTellItToo() {
        Suggested suggested = OrganizationSuggestion.of(
                upload("市档案管理局收集征管处党支部材料.docx", null, "市档案管理局收集征管处党支部2026年度对照检查材料"), ALL, OWN);
        assertThat(suggested.value()).isEqualTo("C01-02");
        assertThat(suggested.confidence()).isEqualTo(Confidence.HIGH);
        assertThat(suggested.place()).isEqualTo(new Suggested.Place(100, 120));
    }

    @Test
    void whereNothingIsToldItIsTheClerksOwn() {
        assertThat(OrganizationSuggestion.of(upload("a.docx", null, "对照检查材料"), ALL, OWN).confidence())
                .isEqualTo(Confidence.MEDIUM);
        assertThat(OrganizationSuggestion.of(upload("a.docx", null, "材料"), ALL.subList(1, 2), Set.of(new Code("C01-01")))
                .confidence())
                .isEqualTo(Confidence.HIGH);
    }

    static ReadUpload upload(String name, @org.jspecify.annotations.Nullable String organization, String title) {
        ReadStructure none = ReadStructure.NONE;
        ReadStructure.Words told = organization == null
                ? null
                : new ReadStructure.Words(organization, 5, 5 + organization.length());
        return new ReadUpload(name, null, "2",
                new ReadStructure("self-examination", new ReadStructure.Words(title, 100, 120), null, told, null, null, null,
                        null,
                        null, none.aspects(), none.sections(), none.items(), none.problems(), none.causes(), none.measures(),
                        none.dueDates(), none.tables(), none.placeholders(), none.attachments(), none.contents(), null,
                        none.unclassified(), none.findings(), null));
    }
}
