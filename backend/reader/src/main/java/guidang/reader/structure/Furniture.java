package guidang.reader.structure;

/// What printing adds to a text.
final class Furniture {
    private static final int LONGEST = 20;

    private Furniture() {
    }

    /// `— 2 —`, `- 2 -`, `第1页 共5页`, `第 2 页`, `2 / 5`, `- 一 -`; a number alone may
    /// be a cell or a word and stays.
    static boolean isPageNumber(String text, int start, int end) {
        if (end - start > LONGEST) {
            return false;
        }
        StringBuilder form = new StringBuilder();
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (Glyphs.isDigit(c)) {
                if (form.isEmpty() || form.charAt(form.length() - 1) != '9') {
                    form.append('9');
                }
            } else if (isDash(c)) {
                if (form.isEmpty() || form.charAt(form.length() - 1) != '-') {
                    form.append('-');
                }
            } else if (!Glyphs.isBlank(c)) {
                form.append(c);
            }
        }
        return switch (form.toString()) {
            case "-9-", "第9页", "第9页共9页", "共9页第9页", "第9页,共9页", "第9页，共9页", "第9页/共9页", "9/9", "·9·", "9/9页", "Page9of9", "第9页(共9页)",
                    "第9页（共9页）" ->
                true;
            default -> false;
        };
    }

    private static boolean isDash(char c) {
        return c == '-' || c == '—' || c == '–' || c == '－' || c == '―' || c == '─' || c == '‐' || c == '‑' || c == '─'
                || c == '一' || c == '_';
    }

    /// A line that only draws.
    static boolean isRule(String text, int start, int end) {
        char first = text.charAt(start);
        if (end - start < 3 || "*-=_—＿－#~·…─━".indexOf(first) < 0) {
            return false;
        }
        for (int i = start; i < end; i++) {
            if (text.charAt(i) != first && !Glyphs.isBlank(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
