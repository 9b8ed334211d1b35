package guidang.server.query;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.server.Samples;
import guidang.server.access.Scope;
import guidang.server.index.Archive;
import guidang.server.index.Archive.Paper;
import guidang.server.index.IndexFixture;
import guidang.server.query.ReportAnswer.Found;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportIndexIT {
    private static final Archive ARCHIVE = new Archive();
    private static QueryFixture index;
    private static long position;

    @BeforeAll
    static void fileSome() throws IOException {
        index = new QueryFixture("found-", ARCHIVE.journal(), ARCHIVE.blobs,
                code -> Optional.of("ROOT/" + (code.value().startsWith("B1") ? "B1/" : "B2/") + code + "/"));
        String sample = Samples.text();
        ARCHIVE.file("sample", Paper.of("B1-1", "肃清流毒影响专题组织生活会对照检查材料", sample));
        ARCHIVE.file("plain", Paper.of("B1-2", "会议情况报告", "会议于2023年8月15日召开。<script>alert(1)</script> 讨论了整改。").document("MEETING")
                .received("2026-03-31T16:30:00Z"));
        Paper twice = Paper.of("B2-1", "整改方案", "第一稿：生活会之后。");
        ARCHIVE.file("v1", twice);
        ARCHIVE.file("v2", Paper.of("B2-1", "整改方案", "第二稿：生活会之后。"));
        Paper void_ = Paper.of("B2-2", "整改方案", "撤回的一稿。");
        ARCHIVE.file("withdrawn", void_);
        position = ARCHIVE.withdraw("withdrawn", void_).position();
    }

    @AfterAll
    static void end() {
        index.close();
        ARCHIVE.close();
    }

    @ParameterizedTest
    @CsvSource({"组织生活会,false,组织生活会", "四风,true,四风", "稻草人,false,稻草人", "橡皮筋,false,橡皮筋", "廉,false,廉",
            "关于党性观念是否纯洁,false,党性观念是否纯洁"})
    void findsTheSampleAndMarksWhatWasLookedFor(String text, boolean quoted, String marked) {
        ReportAnswer answer = index.find(IndexFixture.EVERYTHING, position, new Word(text, quoted));
        assertThat(answer.total()).isEqualTo(1);
        Found found = answer.found().getFirst();
        assertThat(found.report()).isEqualTo(Archive.report("sample"));
        assertThat(found.highlights()).isNotEmpty().anySatisfy(h -> assertThat(h).contains("<em>" + marked + "</em>"));
        assertThat(found.highlights()).allSatisfy(h -> assertThat(h.length()).isLessThan(400));
        assertThat(answer.asOf().position()).isGreaterThanOrEqualTo(position);
    }

    @Test
    void marksTheTitleAndEscapesTheText() {
        Found found = index.find(IndexFixture.EVERYTHING, position, new Word("会议情况", false)).found().getFirst();
        assertThat(found.titleHighlight()).isEqualTo("<em>会议情况</em>报告");
        Found script = index.find(IndexFixture.EVERYTHING, position, new Word("alert", false)).found().getFirst();
        assertThat(script.highlights().getFirst()).contains("&lt;script&gt;<em>alert</em>(1)&lt;&#x2F;script&gt;")
                .doesNotContain("<script");
    }

    @Test
    void allWordsMustOccur() {
        assertThat(index.find(IndexFixture.EVERYTHING, position, new Word("稻草人", false), new Word("橡皮筋", false)).total()).isOne();
        assertThat(index.find(IndexFixture.EVERYTHING, position, new Word("稻草人", false), new Word("没有这个词", false)).total())
                .isZero();
        assertThat(index.find(IndexFixture.EVERYTHING, position, new Word("8月", false)).total()).isOne();
        assertThat(index.find(IndexFixture.EVERYTHING, position, new Word("２０２３年", true)).total()).isOne();
    }

    @Test
    void showsTheCurrentVersionUnlessAskedForOthers() {
        assertThat(index.find(IndexFixture.EVERYTHING, position, new Word("生活会之后", false)).found()).extracting(Found::version)
                .containsExactly(2);
        ReportAnswer everything = index.find(IndexFixture.EVERYTHING, position);
        assertThat(everything.total()).isEqualTo(3);
        assertThat(everything.facets().states()).containsExactly(new FacetCount("current", 3), new FacetCount("waiting", 3),
                new FacetCount("returned", 0), new FacetCount("accepted", 0), new FacetCount("withdrawn", 1),
                new FacetCount("superseded", 1), new FacetCount("sealed", 0));
        assertThat(everything.facets().organizations()).containsExactly(new FacetCount("B1", 2), new FacetCount("B2", 1));
        assertThat(everything.facets().documentTypes()).containsExactly(new FacetCount("SELF-EXAM", 2),
                new FacetCount("MEETING", 1));
        assertThat(everything.facets().months()).containsExactly(new FacetCount("2026-04", 1), new FacetCount("2026-03", 2));
    }

    @Test
    void nothingOutsideTheScopeIsFoundOrCounted() {
        ReportAnswer one = index.find(new Scope(Set.of(), Set.of("ROOT/B2/B2-1/")), position);
        assertThat(one.total()).isOne();
        assertThat(one.facets().states()).contains(new FacetCount("withdrawn", 0));
        assertThat(index.find(Scope.NOTHING, position).total()).isZero();
        assertThat(index.find(Scope.NOTHING, position).facets().organizations()).isEmpty();
    }

    @Test
    void pagesThroughEverything() {
        ReportQuestion first = new ReportQuestion(List.of(), null, null, null, null, ReportQuestion.State.ALL,
                ReportQuestion.Sort.NEWEST, 2, null, new OrganizationLevels(List.of(), List.of()), position);
        List<String> seen = new java.util.ArrayList<>();
        ReportAnswer page = Objects.requireNonNull(index.reports.search(IndexFixture.EVERYTHING, first).block());
        page.found().forEach(f -> seen.add(f.report()));
        while (page.next() != null) {
            page = Objects.requireNonNull(index.reports.search(IndexFixture.EVERYTHING,
                    new ReportQuestion(List.of(), null, null, null, null, ReportQuestion.State.ALL, ReportQuestion.Sort.NEWEST, 2,
                            page.next(), first.levels(), 0))
                    .block());
            page.found().forEach(f -> seen.add(f.report()));
        }
        assertThat(seen).doesNotHaveDuplicates().hasSize(5);
        assertThat(seen.getFirst()).isEqualTo(Archive.report("plain"));
    }
}
