package guidang.server.campaigns;

import guidang.server.aspects.AspectMatcher;
import guidang.server.access.Caller;
import guidang.server.kernel.Code;
import java.time.Instant;
import reactor.core.publisher.Mono;

/// The aspects that campaigns ask for, as other rooms use them: the view of
/// this replica.
public interface AspectTemplates {
    /// A template that is in force.
    ///
    /// @param version
    ///            from 1 in its campaign
    record InForce(int version, AspectMatcher matcher) {}

    /// The campaign's template; empty where it asks for no aspects, and where the
    /// words can't be read.
    Mono<InForce> find(Code campaign);

    /// A template that was in force, by where its words lie; empty where it asks
    /// for no aspects, and where the words can't be read.
    Mono<AspectMatcher> matcher(CampaignState.Template set);

    /// The template that was in force at a moment; empty as of [#find(Code)].
    Mono<InForce> at(Code campaign, Instant moment);

    /// As [#find(Code)], for a caller whom the campaign concerns.
    /// Error: `CAMPAIGN_UNKNOWN`.
    Mono<InForce> find(Caller caller, Code campaign);
}
