package press.gazette.search.opensearch;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import press.gazette.search.opensearch.cluster.Cluster;
import press.gazette.search.opensearch.cluster.ClusterFailure;
import press.gazette.search.opensearch.cluster.ClusterResponse;

/**
 * Takes the words of removed articles out of the files of an index, a small step with each call.
 *
 * <p>A merge alone does not: OpenSearch holds removed documents as its history, from which a copy of the index that was away catches up.
 * The history ends once all copies have renewed their retention leases beyond the removal, mostly within half a minute, and a commit
 * has it. A copy that is away holds it for {@code index.soft_deletes.retention_lease.period}, twelve hours. So the merge waits.
 */
final class ClusterPurge {

    /** The pause between two steps. */
    private static final Duration STEP = Duration.ofSeconds(1);

    /** The time from one merge to the next: each may rewrite most of a large index. */
    private static final Duration REST = Duration.ofMinutes(10);

    private final Cluster cluster;
    private final String name;

    /** By {@link System#nanoTime}, as below. */
    private long stepAt = System.nanoTime();

    /** The first moment of the next merge. */
    private long mergeAt = stepAt;

    private @Nullable Removal removal;

    /** True once a commit has the end of the history. */
    private boolean isCommitted;

    /** The merge under way, by its name on OpenSearch; null: none. */
    private @Nullable String task;

    /**
     * Words to remove.
     *
     * @param seq the number of the change whose words are removed, with all before
     * @param writes the number of the last write to each part of the index then, as OpenSearch counts
     */
    private record Removal(long seq, Map<String, Long> writes) {}

    ClusterPurge(Cluster cluster, String name) {
        this.cluster = cluster;
        this.name = name;
    }

    /**
     * Goes a step on.
     *
     * @param seq the number of a change that the index shows
     * @return true if no file has words that changes up to this one have removed
     */
    boolean isDone(long seq) throws ClusterFailure {
        long now = System.nanoTime();
        if (now - stepAt < 0 || (task == null && now - mergeAt < 0)) {
            return false;
        }
        stepAt = now + STEP.toNanos();
        Removal asked = removal;
        if (asked == null) {
            if (isWhole()) {
                Removal next = new Removal(seq, lastWrites());
                removal = isWhole() ? next : null;
            }
            return false;
        }
        if (task == null) {
            prepareMerge(asked, now);
            return false;
        }
        if (!hasMerged(task)) {
            return false;
        }
        // Searches and the last commit may still use the old files.
        cluster.send("POST", path("_refresh"), null);
        commit();
        removal = null;
        return asked.seq() == seq && isWhole();
    }

    /** False if a part of the index is away: neither its writes nor its files are known. */
    private boolean isWhole() throws ClusterFailure {
        return !cluster.send("GET", "/_cluster/health/" + name, null)
                .at("status")
                .text()
                .equals("red");
    }

    private String path(String action) {
        return "/" + name + "/" + action;
    }

    private ClusterResponse parts() throws ClusterFailure {
        return cluster.send("GET", path("_stats/docs?level=shards"), null).at("indices", name, "shards");
    }

    private Map<String, Long> lastWrites() throws ClusterFailure {
        ClusterResponse parts = parts();
        Map<String, Long> writes = new HashMap<>();
        for (String part : parts.names()) {
            parts.at(part)
                    .list()
                    .forEach(copy ->
                            writes.merge(part, copy.at("seq_no", "max_seq_no").number(), Math::max));
        }
        return writes;
    }

    private void prepareMerge(Removal asked, long now) throws ClusterFailure {
        if (!isHistoryBehind(asked.writes())) {
            return;
        }
        commit();
        if (!isCommitted) {
            // The commit counts once the copies know that all have its writes, which the next step leaves time for.
            isCommitted = true;
            return;
        }
        // A merge passes over a part that is away.
        if (!isWhole()) {
            return;
        }
        mergeAt = now + REST.toNanos();
        task = cluster.send("POST", path("_forcemerge?only_expunge_deletes=true&wait_for_completion=false"), null)
                .at("task")
                .text();
    }

    /** True if no copy of any part needs these writes any more. */
    private boolean isHistoryBehind(Map<String, Long> writes) throws ClusterFailure {
        ClusterResponse parts = parts();
        for (Map.Entry<String, Long> write : writes.entrySet()) {
            List<ClusterResponse> copies = parts.at(write.getKey()).list();
            if (copies.isEmpty()) {
                return false;
            }
            for (ClusterResponse copy : copies) {
                boolean isHeld = copy.at("seq_no", "global_checkpoint").number() < write.getValue()
                        || copy.at("retention_leases", "leases").list().stream()
                                .anyMatch(each -> each.at("retaining_seq_no").number() <= write.getValue());
                if (isHeld) {
                    return false;
                }
            }
        }
        return true;
    }

    private void commit() throws ClusterFailure {
        cluster.send("POST", path("_flush"), null);
    }

    /** True if the merge has succeeded. A merge that has failed, or whose node has restarted, is repeated after the pause. */
    private boolean hasMerged(String merge) throws ClusterFailure {
        try {
            ClusterResponse found = cluster.send("GET", "/_tasks/" + merge, null);
            if (!found.at("completed").isTrue()) {
                return false;
            }
            task = null;
            isCommitted = false;
            return !found.at("error").isPresent()
                    && found.at("response", "_shards", "failed").number() == 0;
        } catch (ClusterFailure e) {
            if (e.kind() != ClusterFailure.Kind.MISSING) {
                throw e;
            }
            task = null;
            return false;
        }
    }
}
