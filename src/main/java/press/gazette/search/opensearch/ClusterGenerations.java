package press.gazette.search.opensearch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import press.gazette.search.opensearch.cluster.Cluster;
import press.gazette.search.opensearch.cluster.ClusterFailure;
import press.gazette.search.opensearch.cluster.OpenSearchConfig;
import press.gazette.search.source.IndexBookmark;

/** The indexes of one newsroom on OpenSearch: the one in use, which has the alias of all searches, and one that is being built. */
final class ClusterGenerations {

    private static final Logger LOG = Logger.getLogger(ClusterGenerations.class);

    private static final String NUMBER = "%06d";
    private static final Pattern NUMBERED = Pattern.compile("\\d{6,18}");

    /** The beginning of the database's identity: enough to tell newsrooms of one cluster apart. */
    private static final int NAME_DIGITS = 12;

    private final Cluster cluster;
    private final OpenSearchConfig config;
    private final WritePermit permit;
    private final String alias;

    /** @param permit to write to indexes, to replace them and to remove them */
    ClusterGenerations(Cluster cluster, OpenSearchConfig config, UUID database, WritePermit permit) {
        this.cluster = cluster;
        this.config = config;
        this.permit = permit;
        String digits = database.toString().replace("-", "");
        alias = config.index().toLowerCase(Locale.ROOT) + "-" + digits.substring(digits.length() - NAME_DIGITS);
    }

    /** The name that searches use. */
    String alias() {
        return alias;
    }

    /** The index behind that name, whichever it is. */
    ClusterGeneration shown() {
        return new ClusterGeneration(cluster, alias, permit);
    }

    /** The index that searches use; null: none. */
    @Nullable
    ClusterGeneration used() throws ClusterFailure {
        try {
            return cluster.send("GET", "/_alias/" + alias, null).names().stream()
                    .filter(this::isNumbered)
                    .max(Comparator.naturalOrder())
                    .map(name -> new ClusterGeneration(cluster, name, permit))
                    .orElse(null);
        } catch (ClusterFailure e) {
            if (e.kind() == ClusterFailure.Kind.MISSING) {
                return null;
            }
            throw e;
        }
    }

    private List<String> names() throws ClusterFailure {
        return cluster.send("GET", "/" + alias + "-*/_alias", null).names().stream()
                .filter(this::isNumbered)
                .toList();
    }

    private boolean isNumbered(String name) {
        return name.startsWith(alias + "-")
                && NUMBERED.matcher(name.substring(alias.length() + 1)).matches();
    }

    /** Makes an empty index beside the others. */
    ClusterGeneration next() throws ClusterFailure {
        long last = names().stream()
                .mapToLong(name -> Long.parseLong(name.substring(alias.length() + 1)))
                .max()
                .orElse(0);
        String name = alias + "-" + NUMBER.formatted(last + 1);
        permit.check();
        cluster.send(
                "PUT",
                "/" + name,
                IndexDefinition.of(config.shards(), config.replicas(), ClusterGeneration.writeAlias(name)));
        return new ClusterGeneration(cluster, name, permit);
    }

    /** Lets searches use an index from now on, all at once. */
    void use(ClusterGeneration next) throws ClusterFailure {
        List<Map<String, ?>> actions = new ArrayList<>();
        // If it has been deleted, the request fails as a whole: the index in use stays.
        actions.add(Map.of("add", Map.of("index", next.name(), "alias", alias)));
        for (String name : names()) {
            if (!name.equals(next.name())) {
                actions.add(Map.of("remove", Map.of("index", name, "alias", alias, "must_exist", false)));
            }
        }
        permit.check();
        cluster.send("POST", "/_aliases", Map.of("actions", actions));
    }

    /** True if searches use this index, and its place is the one that it was left at. */
    boolean isUsed(FollowedGeneration followed) throws ClusterFailure {
        ClusterGeneration present = used();
        return present != null
                && present.name().equals(followed.generation().name())
                && present.bookmark()
                        .map(IndexBookmark::position)
                        .equals(Optional.of(followed.bookmark().position()));
    }

    /**
     * Removes an index that has not become complete; if that fails, {@link #removeOthers} does later. Searches may use it already: the
     * response to {@link #use} can be lost.
     */
    void giveUp(ClusterGeneration next) {
        try {
            ClusterGeneration present = used();
            if (present != null && present.name().equals(next.name())) {
                return;
            }
            permit.check();
            remove(next.name());
            LOG.infof("The new index is given up; index=%s", next.name());
        } catch (ClusterFailure e) {
            LOG.debugf(e, "The index is removed later; index=%s", next.name());
        }
    }

    /** Removes all indexes but this one. */
    void removeOthers(ClusterGeneration used) throws ClusterFailure {
        for (String name : names()) {
            permit.check();
            if (!name.equals(used.name())) {
                remove(name);
            }
        }
    }

    void remove(String name) throws ClusterFailure {
        cluster.send("DELETE", "/" + name, null);
    }
}
