package guidang.server.filing;

/// On a local disk.
class FilesFilingIT extends FilingContract {
}
