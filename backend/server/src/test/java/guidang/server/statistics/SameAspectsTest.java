package guidang.server.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.server.aspects.AspectTemplate;
import guidang.server.aspects.AspectTemplate.Aspect;
import java.util.List;
import org.junit.jupiter.api.Test;

class SameAspectsTest {
    private static AspectTemplate template(Aspect... aspects) {
        return new AspectTemplate(75, List.of(aspects));
    }

    private static Aspect aspect(String name, String... aliases) {
        return new Aspect(name, List.of(aliases));
    }

    @Test
    void wordsWithTheSameCoreAreOneAspectWhateverTheTemplates() {
        SameAspects same = new SameAspects(List.of());
        assertThat(same.of("在政治功能方面存在的问题")).isEqualTo(same.of("政治功能"));
        assertThat(same.of("组织生活")).isNotEqualTo(same.of("政治功能"));
        assertThat(same.name("组织生活")).isEqualTo("组织生活");
    }

    @Test
    void anAliasOfOneCampaignIsTheNameInAnother() {
        SameAspects same = new SameAspects(
                List.of(template(aspect("政治功能", "政治引领"), aspect("作风")), template(aspect("政治引领"), aspect("工作作风", "作风"))));
        assertThat(same.of("政治引领方面")).isEqualTo(same.of("政治功能"));
        assertThat(same.name("政治引领")).isEqualTo("政治功能");
        assertThat(same.of("工作作风")).isEqualTo(same.of("作风")).isNotEqualTo(same.of("政治功能"));
        assertThat(same.name("工作作风")).isEqualTo("作风");
    }

    @Test
    void aChainOfAliasesIsOneAspect() {
        SameAspects same = new SameAspects(
                List.of(template(aspect("甲甲", "乙乙")), template(aspect("丙丙", "丁丁")), template(aspect("乙乙", "丁丁"))));
        assertThat(List.of("甲甲", "乙乙", "丙丙", "丁丁")).extracting(same::of).containsOnly(same.of("甲甲"));
        assertThat(List.of("甲甲", "乙乙", "丙丙", "丁丁")).extracting(same::name).containsOnly("甲甲");
    }
}
