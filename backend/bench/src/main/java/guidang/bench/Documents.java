package guidang.bench;

import guidang.local.demo.ReportFactory;
import java.util.List;
import java.util.stream.IntStream;

/// Distinct docx files of about 28 KB and 5,000 characters, made beforehand.
record Documents(List<byte[]> files, List<String> titles) {
    static Documents make(int count) {
        ReportFactory factory = new ReportFactory(20261124);
        var reports = IntStream.range(0, count).parallel().mapToObj(factory::report).toList();
        return new Documents(reports.parallelStream().map(report -> report.docx()).toList(),
                reports.stream().map(report -> report.title()).toList());
    }

    byte[] file(int n) {
        return files.get(n % files.size());
    }

    String title(int n) {
        return titles.get(n % titles.size()) + " 第" + word(n) + "号";
    }

    /// A word that stands in the title of the n-th filing alone.
    static String word(int n) {
        return String.format("bq%07d", n);
    }

    double meanSize() {
        return files.stream().mapToInt(file -> file.length).average().orElse(0);
    }
}
