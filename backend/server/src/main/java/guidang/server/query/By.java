package guidang.server.query;

import java.util.Locale;

/// A field by whose values obligations are counted.
public enum By {
    CAMPAIGN("campaign"),
    /// Type and period: `SELF-EXAM/2026`.
    DOCUMENT("document"),
    DOCUMENT_TYPE("documentType"),
    /// Of the due day.
    MONTH("month"),
    /// Of the organisation.
    TYPE("type"),
    /// How deep the organisation lies in the tree that is meant.
    LEVEL("level");

    /// The key of what has no value: the due day is not known yet.
    public static final String UNKNOWN = "-";

    private final String field;

    By(String field) {
        this.field = field;
    }

    String field() {
        return field;
    }

    /// As in the API: `document-type`.
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
