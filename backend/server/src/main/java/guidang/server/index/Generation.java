package guidang.server.index;

/// One filling of a lane's index: `reports-v2-3`. A rebuild fills the next one.
///
/// @param prefix
///            of this installation
/// @param number
///            from 1
record Generation(String prefix, Lane lane, int number) {
    String index() {
        return family(prefix, lane) + number;
    }

    /// The alias that is written through: a write to a generation that is gone is
    /// refused instead of making an index without mapping.
    String writer() {
        return index() + "-writer";
    }

    /// The alias that is searched.
    static String alias(String prefix, Lane lane) {
        return prefix + lane.key();
    }

    /// What matches the names of all generations, of whatever mapping.
    static String ofAnyMapping(String prefix, Lane lane) {
        return prefix + lane.key() + "-v*";
    }

    /// What the names of all generations of this mapping begin with.
    static String family(String prefix, Lane lane) {
        return prefix + lane.key() + "-v" + lane.mapping() + "-";
    }
}
