package guidang.bench;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A tree and a campaign with as many slots as a measurement wants: branches
/// under the committee C01, whose clerk files on their behalf.
///
/// @param branches
///            each owes five documents
record Slots(int branches) {
    static final String CAMPAIGN = "BENCH";
    private static final List<String> DOCUMENTS = List.of("PLAN", "SELF-EXAM", "MEETING", "RECTIFY", "IMPLEMENT");

    static Slots atLeast(int slots) {
        return new Slots((slots + DOCUMENTS.size() - 1) / DOCUMENTS.size());
    }

    int size() {
        return branches * DOCUMENTS.size();
    }

    /// Imports the tree and opens the campaign, once.
    void prepare(Api administrator) throws IOException, InterruptedException {
        String rows = IntStream.range(0, branches)
                .mapToObj(n -> branch(n) + ",第" + (n + 1) + "党支部,branch,C01").collect(Collectors.joining("\n"));
        administrator.importOrganizations("code,name,type,parent\nC01,第一党委,committee,ROOT\n" + rows + "\n");
        administrator
                .post(201, "/api/campaigns",
                        "{\"code\":\"" + CAMPAIGN + "\",\"name\":\"测量专题\",\"target\":\"ROOT\",\"documents\":["
                                + DOCUMENTS.stream().map(Slots::document).collect(Collectors.joining(",")) + "]}",
                        "bench-create");
        administrator.post(200, "/api/campaigns/" + CAMPAIGN + "/open", "{}", "bench-open");
    }

    private static String document(String type) {
        return "{\"type\":\"" + type + "\",\"name\":\"" + type
                + "\",\"period\":\"2026\",\"due\":\"2026-12-31\",\"required\":true}";
    }

    private static String branch(int n) {
        return String.format("B%06d", n);
    }

    /// The slot of a branch's document.
    static int number(int branch, String documentType) {
        return branch * DOCUMENTS.size() + DOCUMENTS.indexOf(documentType);
    }

    String organization(int n) {
        return branch(n / DOCUMENTS.size());
    }

    String documentType(int n) {
        return DOCUMENTS.get(n % DOCUMENTS.size());
    }

    /// The body of the filing of an upload into the n-th slot.
    String filing(int n, String upload, String title) {
        return "{\"organization\":\"" + branch(n / DOCUMENTS.size()) + "\",\"campaign\":\"" + CAMPAIGN + "\",\"documentType\":\""
                + DOCUMENTS.get(n % DOCUMENTS.size()) + "\",\"period\":\"2026\",\"title\":" + Json.string(title)
                + ",\"files\":[{\"upload\":\"" + upload + "\",\"role\":\"main\"}]}";
    }
}
