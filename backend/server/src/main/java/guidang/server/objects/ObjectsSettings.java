package guidang.server.objects;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Where the archive lies.
///
/// @param kind
///            `files`: a directory of a local disk; `s3`: two buckets of an S3
///            service
/// @param files
///            read where the kind is `files`
/// @param s3
///            needed where the kind is `s3`
@Validated
@ConfigurationProperties("guidang.objects")
public record ObjectsSettings(@DefaultValue("files") @NotNull Kind kind, @DefaultValue @Valid Files files,
        @Valid @Nullable S3 s3) {
    /// The kinds of store.
    public enum Kind {
        FILES,
        S3
    }

    /// Objects as files of this machine.
    ///
    /// @param root
    ///            holds the directories `archive` and `work`; on a local disk, not
    ///            on a network file system
    public record Files(@DefaultValue("data/objects") @NotNull Path root) {}

    /// Objects in the buckets of an S3 service.
    ///
    /// @param endpoint
    ///            such as `https://s3.example.org:9000`
    /// @param region
    ///            as the service names it
    /// @param archiveBucket
    ///            exists already; nothing is ever deleted from it but the bytes of
    ///            destroyed reports, under `blobs/`
    /// @param workBucket
    ///            exists already; another one
    public record S3(
            @NotNull @Pattern(regexp = "https?://[^/\\s]+/?", message = "must be http:// or https:// with host and port and no path, such as https://s3.example.org:9000") String endpoint,
            @DefaultValue("us-east-1") @NotNull String region,
            @NotNull @Pattern(regexp = "\\S+", message = "must not be empty") String accessKey,
            @NotNull @Pattern(regexp = "\\S+", message = "must not be empty") String secretKey,
            @NotNull @Pattern(regexp = BUCKET, message = BUCKET_MESSAGE) String archiveBucket,
            @NotNull @Pattern(regexp = BUCKET, message = BUCKET_MESSAGE) String workBucket) {
        private static final String BUCKET = "[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]";
        private static final String BUCKET_MESSAGE = "must be the name of a bucket: 3 to 63 of a-z, 0-9, dot and hyphen";

        @AssertTrue(message = "archive-bucket and work-bucket must be two different buckets")
        boolean isTwoBuckets() {
            return !archiveBucket.equals(workBucket);
        }

        /// Without the keys: settings reach logs.
        @Override
        public String toString() {
            return endpoint + " (" + region + "): " + archiveBucket + ", " + workBucket;
        }
    }

    @AssertTrue(message = "guidang.objects.s3.endpoint, access-key, secret-key, archive-bucket and work-bucket must be set where guidang.objects.kind is s3")
    boolean isComplete() {
        return kind != Kind.S3 || s3 != null;
    }
}
