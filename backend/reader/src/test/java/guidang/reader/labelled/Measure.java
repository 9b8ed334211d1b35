package guidang.reader.labelled;

/// What is scored, with the least F1 that the project asks for; 0 where it asks
/// for none. The fields of METADATA are either right or wrong, so that their
/// recall is the share of exact ones.
enum Measure {
    SECTIONS("section roles", 0.97),
    ASPECTS("aspects", 0.97),
    PROBLEMS_AND_MEASURES("problems and measures", 0.92),
    METADATA("metadata", 0.95),
    PROBLEMS("problems", 0),
    MEASURES("measures", 0),
    CAUSES("causes", 0),
    PROBLEM_ASPECTS("aspects of problems", 0),
    ANSWERS("answers of measures", 0),
    ITEMS("items", 0),
    PLACEHOLDERS("placeholders", 0),
    FINDINGS("findings", 0),
    DUE_DATES("due dates", 0),
    REGISTERS("registers", 0);

    private final String words;
    private final double least;

    Measure(String words, double least) {
        this.words = words;
        this.least = least;
    }

    double least() {
        return least;
    }

    @Override
    public String toString() {
        return words;
    }
}
