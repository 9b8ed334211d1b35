package guidang.reader.formats;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// Fonts and code pages: which characters bytes are.
final class RtfWords {
    private RtfWords() {
    }

    /// Whether the word was one of these.
    static boolean apply(String word, RtfTokens tokens, RtfState state, Charset usual, Map<Integer, Charset> fonts) {
        switch (word) {
            case "f", "af" -> font(tokens.number(), state, usual, fonts);
            case "fcharset" -> {
                if (state.where == RtfState.Where.FONTS) {
                    fonts.put(state.font, charset(tokens.number(), usual));
                }
            }
            case "cpg" -> {
                if (state.where == RtfState.Where.FONTS) {
                    fonts.put(state.font, codePage(tokens.number()));
                }
            }
            case "uc" -> state.unicodeSkip = Math.clamp(tokens.number(), 0, 10);
            case "plain" -> {
                state.charset = usual;
                state.deleted = false;
                state.hidden = false;
            }
            case "ansi", "mac", "pc", "pca", "deff", "loch", "hich", "dbch" -> {
                // The code page is said by others.
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void font(int font, RtfState state, Charset usual, Map<Integer, Charset> fonts) {
        state.font = font;
        if (state.where != RtfState.Where.FONTS) {
            state.charset = fonts.getOrDefault(font, usual);
        }
    }

    private static Charset charset(int number, Charset usual) {
        return switch (number) {
            case 134 -> Charset.forName("GBK");
            case 136 -> Charset.forName("Big5");
            case 128 -> Charset.forName("windows-31j");
            case 129, 130 -> Charset.forName("x-windows-949");
            case 238 -> Charset.forName("windows-1250");
            case 204 -> Charset.forName("windows-1251");
            case 161 -> Charset.forName("windows-1253");
            case 162 -> Charset.forName("windows-1254");
            default -> usual;
        };
    }

    static Charset codePage(int number) {
        return switch (number) {
            case 936 -> Charset.forName("GBK");
            case 950 -> Charset.forName("Big5");
            case 932 -> Charset.forName("windows-31j");
            case 949 -> Charset.forName("x-windows-949");
            case 54936 -> Charset.forName("GB18030");
            case 65001 -> StandardCharsets.UTF_8;
            case 1250, 1251, 1253, 1254, 1255, 1256, 1257, 1258 -> Charset.forName("windows-" + number);
            default -> Charset.forName("windows-1252");
        };
    }
}
