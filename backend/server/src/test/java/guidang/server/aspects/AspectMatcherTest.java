package guidang.server.aspects;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.server.aspects.AspectMatcher.How;
import guidang.server.aspects.AspectMatcher.Match;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AspectMatcherTest {
    private static final BuiltInTemplates BUILT_IN = new BuiltInTemplates();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            four-winds     | 在形式主义方面 | 0
            four-winds     | 官僚主义方面存在的问题 | 1
            four-winds     | 反对 奢靡之风 | 3
            three-stricts  | 关于严以律己方面 | 2
            three-stricts  | 干事创业要实 | 4
            four-contrasts | 增强“四个意识” | 0
            four-contrasts | 对照党章党规 | 1
            four-contrasts | 群众观点，群众立场，群众感情，服务群众方面 | 2
            six-branch-2022 | 学习领会党的二十大精神 | 0
            six-branch-2020 | 执行上级组织决定不够有力 | 1
            six-branch-2023 | 学习贯彻习近平新时代中国特色社会主义思想方面 | 0
            six-branch-2023 | 党员教育、管理、监督 | 3
            four-leads     | 带头严明党的政治纪律和政治规矩，维护党的团结统一 | 0
            four-leads     | 在遵规守纪、清正廉洁前提下勇于担责、敢于善为方面 | 2
            five-leads     | 强化政治忠诚，提高政治能力 | 0
            five-leads     | 敬畏人民、敬畏组织、敬畏法纪 | 2
            five-leads     | 带头坚决扛起管党治党责任方面的差距 | 4
            eight-purge    | “四风”问题是否整改 | 2
            eight-purge    | 工作纪律遵守 | 6
            """)
    void headingsNameTheirAspectHoweverTheyWordIt(String set, String words, int aspect) {
        assertThat(of(set).best(words)).get().extracting(Match::aspect).isEqualTo(aspect);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            four-winds      | 服务旅客
            six-branch-2020 | 安全生产
            five-leads      | 学习
            eight-purge     | 办案程序是否规范
            eight-purge     | ——
            """)
    void anotherAspectIsNoneOfTheTemplates(String set, String words) {
        assertThat(of(set).best(words)).isEmpty();
    }

    @Test
    void everyBuiltInAspectIsItselfByNameAndByAlias() {
        for (BuiltInTemplates.BuiltIn set : BUILT_IN.all()) {
            AspectMatcher matcher = of(set.key());
            for (int i = 0; i < set.aspects().size(); i++) {
                AspectTemplate.Aspect aspect = set.aspects().get(i);
                int index = i;
                assertThat(matcher.best(aspect.name())).get().matches(m -> m.aspect() == index && m.how() == How.SAME);
                aspect.aliases().forEach(alias -> assertThat(matcher.all(alias)).as(alias).hasSize(1)
                        .allMatch(m -> m.aspect() == index && m.alike() == 100));
            }
            List<TemplateForm.@Nullable NewAspect> sent = new ArrayList<>();
            set.aspects()
                    .forEach(a -> sent.add(new TemplateForm.NewAspect(a.name(), new ArrayList<@Nullable String>(a.aliases()))));
            assertThat(TemplateForm.check(75, sent).aspects()).as(set.key()).isEqualTo(set.aspects());
        }
    }

    @Test
    void widthSpacesSignsAndWrappersDoNotCount() {
        AspectMatcher matcher = template(100, "服务“三农”");
        assertThat(matcher.best("　在服务 三农 方面存在的问题")).get().extracting(Match::how).isEqualTo(How.SAME);
        assertThat(matcher.best("服務三農")).isEmpty();
        assertThat(template(100, "ＡＢＣ 行动").best("abc行动")).isPresent();
    }

    @Test
    void oneHeadingMayTreatTwoAspects() {
        AspectMatcher matcher = template(75, "理想信念", "党性修养", "党性");
        assertThat(matcher.all("理想信念和党性修养方面")).extracting(Match::aspect).containsExactlyInAnyOrder(0, 1);
        assertThat(matcher.all("党性修养")).extracting(Match::aspect).containsExactly(1);
    }

    @Test
    void theThresholdIsKept() {
        String words = "加强党员日常教育管理";
        Match match = template(50, "加强党员教育管理监督").best(words).orElseThrow();
        assertThat(match.how()).isEqualTo(How.ALIKE);
        assertThat(template(match.alike(), "加强党员教育管理监督").best(words)).contains(match);
        assertThat(template(match.alike() + 1, "加强党员教育管理监督").best(words)).isEmpty();
    }

    @Test
    void ofEqualsTheFirstInTheTemplateIsTaken() {
        AspectMatcher matcher = template(50, "甲乙丙丁", "乙丙丁戊");
        assertThat(matcher.best("乙丙丁")).get().extracting(Match::aspect).isEqualTo(0);
    }

    @Test
    void anyWordsAreAnsweredAlikeEachTimeAndSoon() {
        Random random = new Random(7);
        AspectMatcher matcher = of("four-leads");
        String signs = "带头在方面对照问题严守政治纪律、，。“”　０1ａ𠮷\u0301\ud83d";
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            for (int i = 0; i < 3000; i++) {
                StringBuilder words = new StringBuilder();
                int length = random.nextInt(i % 100 == 0 ? 20_000 : 90);
                for (int n = 0; n < length; n++) {
                    words.append(signs.charAt(random.nextInt(signs.length())));
                }
                assertThat(matcher.all(words.toString())).isEqualTo(matcher.all(words.toString()))
                        .allMatch(m -> m.alike() >= 75 && m.alike() <= 100);
            }
        });
    }

    private static AspectMatcher of(String key) {
        return BUILT_IN.all().stream().filter(set -> set.key().equals(key))
                .map(set -> new AspectMatcher(new AspectTemplate(75, set.aspects()))).findFirst().orElseThrow();
    }

    private static AspectMatcher template(int threshold, String... names) {
        return new AspectMatcher(new AspectTemplate(threshold,
                Arrays.stream(names).map(name -> new AspectTemplate.Aspect(name, List.of())).toList()));
    }
}
