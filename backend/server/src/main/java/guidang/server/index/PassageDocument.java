package guidang.server.index;

import java.util.List;

/// A report as it is compared with others; `index/passages.json` maps each
/// member.
///
/// @param sketch
///            of its sections ([guidang.reader.passages.Sketch#words]); empty
///            where it is not the slot's current version
record PassageDocument(String report, String organization, String path, List<String> ancestors, String campaign,
        String documentType, String period, boolean current, String sketch, String hash) {}
