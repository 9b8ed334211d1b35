package guidang.server.organizations;

import java.util.Locale;

/// What is wrong with a row.
///
/// @param row
///            as a spreadsheet counts: the header is row 1
/// @param column
///            `code`, `name`, `shortName`, `type`, `level`, `parent`, `status`
///            or `successor`; empty where the whole row is meant
/// @param value
///            what stands there, shortened
record ImportFault(int row, String column, Kind kind, String value) {
    ImportFault {
        value = value.length() > 64 ? value.substring(0, 64) + "…" : value;
    }

    /// The words are in `messages*.properties` under `import.{slug}`.
    enum Kind {
        MALFORMED_ROW,
        UNKNOWN_ENCODING,
        UNREADABLE_SHEET,
        MISSING_COLUMN,
        TOO_MANY_ROWS,
        NO_ROWS,
        MISSING_VALUE,
        MALFORMED_CODE,
        NAME_TOO_LONG,
        BAD_TYPE,
        BAD_LEVEL,
        BAD_STATUS,
        DUPLICATE_CODE,
        EXISTING_CODE,
        UNKNOWN_PARENT,
        CLOSED_PARENT,
        UNKNOWN_SUCCESSOR,
        CYCLE,
        ROOT_STAYS,
        NOT_YOURS_TO_MOVE,
        NEW_AND_CLOSED,
        CLOSED_STAYS,
        NOT_EMPTY;

        String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
