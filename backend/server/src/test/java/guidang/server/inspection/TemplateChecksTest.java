package guidang.server.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.reader.protocol.Structure;
import guidang.reader.structure.Paper;
import guidang.reader.structure.StructureReader;
import guidang.server.aspects.AspectMatcher;
import guidang.server.aspects.AspectTemplate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

class TemplateChecksTest {
    private static final String REPORT = """
            甲支部对照检查材料
            现对照理论学习、组织生活、防灾减灾等三个方面检视如下。
            一、存在的主要问题
            （一）在政治理论学习方面。学得不深，只满足于读报纸，没有联系单位的实际去思考，笔记也抄得多想得少。
            （二）防灾减灾方面。汛期值班有时一人顶两岗，预案三年没有修订，演练走过场，群众不知道往哪里转移。
            二、原因分析
            （一）学习抓得不紧。班子把业务工作排在前面，学习时间常被会议占用，也缺少检查和督促的办法。
            三、整改措施
            （一）坚持每周学习。由支部书记负责，每周五下午集中学习，每季度检查一次笔记并通报结果。
            """;

    private final TemplateChecks checks = new TemplateChecks(words());

    @Test
    void theTemplateSaysWhatIsMissingAndWhatIsTheBranchsOwn() {
        ReadStructure read = against(REPORT, "理论学习", "严格组织生活", "联系服务群众");
        AgainstTemplate template = Objects.requireNonNull(read.template());
        assertThat(template.aspects()).extracting(AgainstTemplate.Aspect::announced).containsExactly(true, true, false);
        assertThat(template.aspects().get(0).found()).singleElement()
                .satisfies(found -> assertThat(REPORT.substring(found.start(), found.end())).contains("政治理论学习"));
        assertThat(template.items()).extracting(AgainstTemplate.Named::aspect).containsExactly(0);
        assertThat(template.own()).extracting(ReadStructure.Words::text).containsExactly("防灾减灾");
        assertThat(template.checks()).extracting(AgainstTemplate.Check::rule).containsExactly("template-aspect-missing",
                "template-aspect-missing", "template-aspect-extra");
        AgainstTemplate.Check announced = template.checks().getFirst();
        assertThat(announced.message()).isEqualTo("模板要求的“严格组织生活”没有单独查摆。");
        assertThat(REPORT.substring(Objects.requireNonNull(announced.start()), Objects.requireNonNull(announced.end())))
                .isEqualTo("组织生活");
        assertThat(template.checks().get(1).start()).isNull();
        assertThat(template.checks()).extracting(AgainstTemplate.Check::severity).containsExactly("warn", "warn", "note");
    }

    @Test
    void theReadersOwnFindingGoesWhereTheCheckSaysIt() {
        assertThat(plain(REPORT).findings()).anyMatch(f -> f.code().equals("aspect-missing"));
        assertThat(against(REPORT, "理论学习", "组织生活").findings()).noneMatch(f -> f.code().equals("aspect-missing"));
        assertThat(against(REPORT, "理论学习").findings()).anyMatch(f -> f.code().equals("aspect-missing"));
    }

    @Test
    void whatAnswersOtherQuestionsIsNotChecked() {
        String meeting = "甲支部组织生活会情况报告\n一、会前准备情况\n学习了文件，征求了意见，谈了心。\n二、会议召开情况\n会议开得很好。\n";
        assertThat(Objects.requireNonNull(against(meeting, "理论学习").template()).checks()).isEmpty();
    }

    @Test
    void messagesAreWordedInEnglishToo() {
        AspectTemplate template = new AspectTemplate(75, List.of(new AspectTemplate.Aspect("联系服务群众", List.of())));
        ReadStructure read = checks.against(plain(REPORT), new AspectMatcher(template), 3, Locale.ENGLISH);
        assertThat(Objects.requireNonNull(read.template()).version()).isEqualTo(3);
        assertThat(Objects.requireNonNull(read.template()).checks().getFirst().message())
                .isEqualTo("“联系服务群众”, which the template asks for, is not treated by itself.");
    }

    @Test
    void tenThousandHeadingsAreBounded() {
        StringBuilder report = new StringBuilder("甲支部对照检查材料\n一、存在的主要问题\n");
        for (int i = 0; i < 9000; i++) {
            report.append("（一）第").append(i).append("号工作方面。做得不好。\n");
        }
        AgainstTemplate template = Objects.requireNonNull(against(report.toString(), "理论学习").template());
        assertThat(template.own()).hasSizeLessThanOrEqualTo(100);
    }

    private ReadStructure against(String text, String... names) {
        AspectTemplate template = new AspectTemplate(75,
                Arrays.stream(names).map(name -> new AspectTemplate.Aspect(name, List.of())).toList());
        return checks.against(plain(text), new AspectMatcher(template), 1, Locale.SIMPLIFIED_CHINESE);
    }

    private static ReadStructure plain(String text) {
        Structure structure = StructureReader.read(Paper.of(text));
        return ReadStructure.of(structure);
    }

    private static ResourceBundleMessageSource words() {
        ResourceBundleMessageSource source = new ResourceBundleMessageSource();
        source.setBasename("messages");
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        return source;
    }
}
