package guidang.server.filing;

import guidang.server.kernel.Code;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One version of a report, as its readers see it.
///
/// @param id
///            names this version forever
/// @param path
///            where its organisation lies now, codes each followed by a slash
/// @param version
///            its number in the slot, from 1
/// @param current
///            whether it is what counts in its slot
/// @param receivedAt
///            the last byte of the request that filed it
/// @param committedAt
///            when the journal took it in
/// @param position
///            a replica that has reached it shows it
/// @param onBehalf
///            filed by somebody of an organisation above (代报)
/// @param pages
///            of the main file, where the format has pages
/// @param characters
///            of the main file's text
/// @param replaces
///            the version that was current before
/// @param supersededBy
///            the version that counts instead
/// @param movedTo
///            what it is in the slot that it was moved to
/// @param imported
///            brought in by an officer with others of the past: not timed
public record Report(String id, Code organization, String organizationName, String path, Code campaign, String campaignName,
        Code documentType, String documentName, String period, int version, Version.State state, boolean current, String title,
        @Nullable LocalDate date, Instant receivedAt, Instant committedAt, long position, boolean onBehalf,
        List<ReportFile> files,
        @Nullable Integer pages, int characters, @Nullable String replaces, @Nullable String supersededBy,
        @Nullable String movedTo, boolean imported) {}
