package guidang.reader.labelled;

import guidang.reader.labelled.Line.Sort;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// A labelled document as RTF 1.9: with Unicode escapes as Word writes, or with
/// the bytes of GBK as WPS does.
final class RichText {
    private static final Charset GBK = Charset.forName("GBK");

    private RichText() {
    }

    static byte[] of(Labelled document) {
        boolean isOld = document.name().length() % 2 == 0;
        StringBuilder rtf = new StringBuilder("{\\rtf1\\ansi\\ansicpg936\\deff0{\\fonttbl{\\f0\\fnil\\fcharset134 SimSun;}}"
                + "{\\info{\\title x}}{\\footer\\pard\\qc - {\\field{\\*\\fldinst PAGE}{\\fldrslt 1}} -\\par}\\pard\\f0\\fs32\n");
        for (Line line : Line.of(document)) {
            if (line.sort() == Sort.ROW) {
                row(rtf, line.text().split("\t", -1), isOld);
            } else if (line.sort() != Sort.FURNITURE) {
                rtf.append(line.sort() == Sort.TITLE ? "\\pard\\qc " : "\\pard\\fi640 ");
                words(rtf, line.text(), isOld);
                rtf.append("\\par\n");
            }
        }
        return rtf.append('}').toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static void row(StringBuilder rtf, String[] cells, boolean isOld) {
        rtf.append("\\trowd");
        for (int i = 1; i <= cells.length; i++) {
            rtf.append("\\cellx").append(i * 1200);
        }
        rtf.append("\\pard\\intbl ");
        for (String cell : cells) {
            words(rtf, cell, isOld);
            rtf.append("\\cell ");
        }
        rtf.append("\\row\\pard\n");
    }

    private static void words(StringBuilder rtf, String text, boolean isOld) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' || c == '{' || c == '}') {
                rtf.append('\\').append(c);
            } else if (c < 128) {
                rtf.append(c);
            } else if (isOld && GBK.newEncoder().canEncode(c)) {
                for (byte b : String.valueOf(c).getBytes(GBK)) {
                    rtf.append(String.format("\\'%02x", b & 0xff));
                }
            } else {
                rtf.append("\\u").append((short) c).append('?');
            }
        }
    }
}
