package guidang.server.duplicates;

import guidang.reader.passages.Passage;
import guidang.server.duplicates.Coincidences.Coincidence;
import guidang.server.duplicates.Coincidences.CoincidingPassage;
import guidang.server.duplicates.Coincidences.PassageSide;
import guidang.server.duplicates.Coincidences.SameWords;
import guidang.server.filing.ReportRecord.Filed;
import guidang.server.filing.ReportTexts;
import guidang.server.inspection.ReadDocument;
import java.util.List;

/// Passages with their words.
final class Views {
    private static final int PASSAGES = 30;
    private static final int CHARACTERS = 2_000;

    private Views() {
    }

    static Coincidence coincidence(ReadDocument here, ReportTexts.Text there, ReportTexts.Called called, List<Passage> passages) {
        Filed filed = there.filed();
        return new Coincidence(filed.report().value(), called.title(), filed.organization().value(), called.organization(),
                filed.campaign().value(), called.campaign(), filed.documentType().value(), called.document(),
                filed.period().value(), filed.version(), filed.receivedAt(),
                passages.stream().limit(PASSAGES).map(passage -> words(here, there.document(), passage)).toList(),
                Math.max(0, passages.size() - PASSAGES));
    }

    private static CoincidingPassage words(ReadDocument here, ReadDocument there, Passage passage) {
        return new CoincidingPassage(side(here.text(), passage.here()), side(there.text(), passage.there()));
    }

    private static PassageSide side(String text, Passage.Side side) {
        int end = Math.min(side.end(), side.start() + CHARACTERS);
        return new PassageSide(side.role(), side.start(), side.end(), text.substring(side.start(), end),
                side.same().stream().filter(same -> same.end() <= end).map(same -> new SameWords(same.start(), same.end()))
                        .toList());
    }
}
