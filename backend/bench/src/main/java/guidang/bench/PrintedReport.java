package guidang.bench;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.Deflater;

/// Writes a report as PDF 1.4 without a library: pages of 22 lines with 28
/// characters, compressed, and one picture that makes the file as large as
/// is wanted.
final class PrintedReport {
    private static final int PER_LINE = 28;
    private static final int PER_PAGE = 22;
    /// Objects before the pages: catalogue, their list, the font's three,
    /// the picture.
    private static final int FIRST_PAGE = 7;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<Integer> places = new ArrayList<>();

    private PrintedReport() {
    }

    /// @param size
    ///            bytes, at least
    static byte[] pdf(String text, int size) {
        return new PrintedReport().write(lines(text), size);
    }

    /// How many pages a text fills.
    static int pages(String text) {
        return (lines(text).size() + PER_PAGE - 1) / PER_PAGE;
    }

    private byte[] write(List<String> lines, int size) {
        int pages = (lines.size() + PER_PAGE - 1) / PER_PAGE;
        print("%PDF-1.4\n");
        object("<</Type/Catalog/Pages 2 0 R>>");
        object("<</Type/Pages/Count " + pages + "/Kids[" + IntStream.range(0, pages)
                .mapToObj(page -> FIRST_PAGE + 2 * page + " 0 R").collect(Collectors.joining(" ")) + "]>>");
        object("<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>");
        object("<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/DW 1000/FontDescriptor 5 0 R"
                + "/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>>>");
        object("<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 900"
                + "/Descent -200/CapHeight 700/StemV 80>>");
        List<byte[]> contents = IntStream.range(0, pages)
                .mapToObj(page -> content(lines.subList(page * PER_PAGE, Math.min(lines.size(), (page + 1) * PER_PAGE))))
                .toList();
        picture(Math.max(1, size - contents.stream().mapToInt(content -> content.length + 300).sum()));
        for (int page = 0; page < pages; page++) {
            object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents " + (FIRST_PAGE + 1 + 2 * page)
                    + " 0 R/Resources<</Font<</F 3 0 R>>" + (page == 0 ? "/XObject<</P 6 0 R>>" : "") + ">>>>");
            stream("/Filter/FlateDecode", contents.get(page));
        }
        table();
        return out.toByteArray();
    }

    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.lines().filter(line -> !line.isBlank()).toList()) {
            String left = "\u3000\u3000" + paragraph;
            while (!left.isEmpty()) {
                int cut = Math.min(PER_LINE, left.length());
                lines.add(left.substring(0, cut));
                left = left.substring(cut);
            }
        }
        return lines;
    }

    private static byte[] content(List<String> lines) {
        StringBuilder content = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).stripLeading();
            int indent = lines.get(i).length() - line.length();
            content.append(String.format(Locale.ROOT, "BT /F 16 Tf %d %d Td <", 74 + 16 * indent, 745 - 29 * i));
            line.chars().forEach(c -> content.append(String.format("%04X", c)));
            content.append("> Tj ET\n");
        }
        return deflated(content.toString().getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] deflated(byte[] bytes) {
        Deflater deflater = new Deflater();
        deflater.setInput(bytes);
        deflater.finish();
        byte[] buffer = new byte[bytes.length + 64];
        int length = deflater.deflate(buffer);
        deflater.end();
        return java.util.Arrays.copyOf(buffer, length);
    }

    /// Grey noise.
    private void picture(int size) {
        byte[] noise = new byte[size / 1_000 * 1_000 + 1_000];
        new Random(1).nextBytes(noise);
        stream("/Type/XObject/Subtype/Image/ColorSpace/DeviceGray/BitsPerComponent 8/Width 1000/Height " + noise.length / 1_000,
                noise);
    }

    private void stream(String entries, byte[] bytes) {
        begin();
        print("<<" + entries + "/Length " + bytes.length + ">>\nstream\n");
        out.writeBytes(bytes);
        print("\nendstream\nendobj\n");
    }

    private void object(String words) {
        begin();
        print(words + "\nendobj\n");
    }

    private void begin() {
        places.add(out.size());
        print(places.size() + " 0 obj\n");
    }

    /// The cross-reference table (ISO 32000-1, 7.5.4).
    private void table() {
        int place = out.size();
        print("xref\n0 " + (places.size() + 1) + "\n0000000000 65535 f \n");
        places.forEach(at -> print(String.format("%010d 00000 n \n", at)));
        print("trailer\n<</Size " + (places.size() + 1) + "/Root 1 0 R>>\nstartxref\n" + place + "\n%%EOF\n");
    }

    private void print(String words) {
        out.writeBytes(words.getBytes(StandardCharsets.US_ASCII));
    }
}
