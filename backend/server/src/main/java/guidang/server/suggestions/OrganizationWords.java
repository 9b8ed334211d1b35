package guidang.server.suggestions;

import java.text.Normalizer;
import java.util.Locale;

/// The name of an organisation without what documents leave out or word
/// otherwise: 中共, 党, 委员会, spaces, signs.
final class OrganizationWords {
    private static final int READ = 300;
    private static final String[][] ENDINGS = {{"总支部委员会", "总支"}, {"支部委员会", "支部"}, {"党总支部", "总支"}, {"党总支", "总支"}, {"总支部", "总支"},
            {"党支部", "支部"}, {"委员会", "委"}, {"党委", "委"}};

    private OrganizationWords() {
    }

    /// Signs and width aside.
    static String plain(String words) {
        int read = Math.min(words.length(), READ);
        int[] kept = Normalizer.normalize(words.substring(0, read), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).codePoints()
                .filter(c -> Character.isAlphabetic(c) || Character.isDigit(c)).toArray();
        return new String(kept, 0, kept.length);
    }

    /// 中共市档案局办公室支部委员会 and 市档案局办公室党支部 have the same core.
    static String core(String name) {
        String rest = plain(name);
        for (String before : new String[]{"中国共产党", "中共"}) {
            rest = rest.startsWith(before) ? rest.substring(before.length()) : rest;
        }
        for (String[] ending : ENDINGS) {
            if (rest.endsWith(ending[0])) {
                return rest.substring(0, rest.length() - ending[0].length()) + ending[1];
            }
        }
        return rest;
    }
}
