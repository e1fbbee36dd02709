package press.gazette.search.opensearch.cluster;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;

/** Settings of the index on OpenSearch. */
@ConfigMapping(prefix = "gazette")
public interface OpenSearchConfig {

    /** The address of the cluster, such as {@code https://search.example:9200}. Absent: searches respond 503. */
    @WithName("search.opensearch.url")
    Optional<URI> url();

    /** The name of a user. Absent: requests carry no credentials. */
    @WithName("search.opensearch.user")
    Optional<String> user();

    @WithName("search.opensearch.password")
    Optional<String> password();

    /** A file with the certificates (PEM) that sign the cluster's. Absent: those that Java trusts. */
    @WithName("search.opensearch.certificates")
    Optional<Path> certificates();

    /** The beginning of the names of indexes: newsrooms with copies of one database need different ones. */
    @WithName("search.opensearch.index")
    @WithDefault("gazette")
    String index();

    /** The longest wait for a response to a search; then 503. */
    @WithName("search.opensearch.deadline")
    @WithDefault("1S")
    Duration deadline();

    /** Parts of an index, which are searched at once. Taken by the next index that is built. */
    @WithName("search.opensearch.shards")
    @WithDefault("1")
    int shards();

    /** Copies of each part. Taken by the next index that is built. */
    @WithName("search.opensearch.replicas")
    @WithDefault("0")
    int replicas();
}
