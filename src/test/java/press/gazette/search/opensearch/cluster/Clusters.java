package press.gazette.search.opensearch.cluster;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Connections of tests to servers that stand for OpenSearch, or before it. */
public final class Clusters {

    private record At(Optional<URI> url) implements OpenSearchConfig {

        @Override
        public Optional<String> user() {
            return Optional.empty();
        }

        @Override
        public Optional<String> password() {
            return Optional.empty();
        }

        @Override
        public Optional<Path> certificates() {
            return Optional.empty();
        }

        @Override
        public String index() {
            return "gazette";
        }

        @Override
        public Duration deadline() {
            return Duration.ofSeconds(30);
        }

        @Override
        public int shards() {
            return 1;
        }

        @Override
        public int replicas() {
            return 0;
        }
    }

    private Clusters() {}

    public static Cluster at(URI url) {
        return new Cluster(new At(Optional.of(url)));
    }
}
