package guidang.reader.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import guidang.reader.protocol.Structure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileTest {
    private static final String[] PIECES = {"（", "）", "(", ")", "1", "1.", "１．", "一、", "（一）", "一是", "；二是", "第一，", "首先，", "其次，",
            "①", "⑴", "。", "，", "、", "：", "；", "\n", "\n\n", "\t",
            "　", "“", "”", "《", "》", "方面", "等八个方面", "对照", "存在的问题", "原因分析", "整改措施", "目录", "……1", "附件：", "附件1", "2023年8月15日",
            "12月底前", "年底", "XX", "*", "**", "____", "某某",
            "【】", "学习", "支部", "本人", "材料", "对照检查材料", "以上", "如下", "同志们：", "\ud83d\ude00", "\ud800", "\ue000", "a", "- 2 -", "#",
            "1.1", "ー、", "(-)", "序号\t问题\t措施"};

    private static final List<Mark.Sort> SORTS = List.of(Mark.Sort.values());

    @Test
    void readsAnyMixtureAndKeepsItsPlaces() throws IOException {
        for (int seed = 0; seed < 3_000; seed++) {
            Paper paper = paper(new Random(seed));
            Structure structure = StructureReader.read(paper);
            assertThatCode(() -> Sound.check(paper.text(), structure)).as("seed %d", seed).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"（", "1", "一", "一、\n", "一是。", "（一）\n", "等八个方面、", "*", "**a", "X", "目录\n", "附件1\n2023年1月1日\n",
            "a\tb\tc\n", "　", "存在问题\n", "#", "- 1 -\n", "“a”", "【"})
    void readsAMegabyteOfOneThing(String piece) throws IOException {
        String text = piece.repeat(1_000_000 / piece.length());
        Paper paper = Paper.of("对照检查材料\n一、问题\n" + text);
        Sound.check(paper.text(), StructureReader.read(paper));
    }

    @Test
    void saysTheSameTwice() {
        Paper paper = paper(new Random(7));
        assertThat(StructureReader.read(paper)).isEqualTo(StructureReader.read(paper));
    }

    private static Paper paper(Random random) {
        StringBuilder text = new StringBuilder();
        int pieces = random.nextInt(200);
        for (int i = 0; i < pieces; i++) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        List<Mark> marks = new ArrayList<>();
        for (int at = random.nextInt(30); at < text.length() && random.nextBoolean(); at += 1 + random.nextInt(40)) {
            Mark.Sort sort = SORTS.get(random.nextInt(SORTS.size()));
            marks.add(new Mark(at, Math.min(text.length(), at + random.nextInt(60)), sort, 1 + random.nextInt(3)));
        }
        return new Paper(text.toString(), marks, List.of(), Set.of());
    }
}
