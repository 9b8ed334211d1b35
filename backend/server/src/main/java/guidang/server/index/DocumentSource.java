package guidang.server.index;

import reactor.core.publisher.Flux;

/// Makes the documents of a lane from the journal and its blobs: a pure
/// function of the view, so that order and repetition do no harm.
interface DocumentSource {
    Lane lane();

    /// All documents that the batch changes, as of its end; bounded by demand. A
    /// document that can't be made comes as a fault and does not end the stream; a
    /// store that is away does.
    Flux<Document> documents(Batch batch);
}
