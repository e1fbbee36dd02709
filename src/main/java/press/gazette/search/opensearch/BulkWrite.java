package press.gazette.search.opensearch;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;

import org.jboss.logging.Logger;

import press.gazette.json.Json;
import press.gazette.search.opensearch.cluster.Cluster;
import press.gazette.search.opensearch.cluster.ClusterFailure;
import press.gazette.search.opensearch.cluster.ClusterResponse;

/** One request that writes documents, all with one version: a document that is there with a newer one stays. */
final class BulkWrite {

    private static final Logger LOG = Logger.getLogger(BulkWrite.class);

    /** A request is sent once it is so long: OpenSearch rejects those above 100 MB. */
    private static final int MOST_BYTES = 4 << 20;

    /** So many articles do not all fail by themselves. */
    private static final int NOT_ALL_BAD = 5;

    private static final int CLIENT_ERROR = 400;
    private static final int GONE = 404;
    private static final int CONFLICT = 409;

    private final Cluster cluster;
    private final String alias;
    private final WritePermit permit;
    private final long version;
    private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
    private int documents;

    /**
     * @param alias of the index
     * @param permit is asked for right before the request
     * @param version of all its documents
     */
    BulkWrite(Cluster cluster, String alias, WritePermit permit, long version) {
        this.cluster = cluster;
        this.alias = alias;
        this.permit = permit;
        this.version = version;
    }

    boolean isFull() {
        return lines.size() > MOST_BYTES;
    }

    void put(String id, Map<String, ?> document) {
        // A document that cannot be written must leave no line behind.
        byte[] content = Json.bytes(document);
        add("index", id);
        lines.writeBytes(content);
        lines.write('\n');
    }

    void remove(String id) {
        add("delete", id);
    }

    private void add(String action, String id) {
        lines.writeBytes(
                Json.bytes(Map.of(action, Map.of("_id", id, "version", version, "version_type", "external_gte"))));
        lines.write('\n');
        documents++;
    }

    /**
     * Sends the request, if it has a document.
     *
     * @param bad gets the ids of documents that are refused, each for itself
     * @throws ClusterFailure if the request, or a document of it, can be written later, or all are refused
     */
    void send(List<String> bad) throws ClusterFailure {
        if (documents == 0) {
            return;
        }
        List<ClusterResponse> items = sent();
        if (items.size() >= NOT_ALL_BAD && items.stream().allMatch(item -> status(item) == CLIENT_ERROR)) {
            // The fault is of the index: the former contents stay.
            throw failure(items.get(0));
        }
        for (ClusterResponse item : items) {
            int status = status(item);
            if (status == CLIENT_ERROR) {
                String id = item.at("_id").text();
                LOG.errorf(
                        "An article cannot be indexed; searches do not find it. article=%s cause=%s",
                        id, item.at("error", "type").text());
                bad.add(id);
            } else if (status > CLIENT_ERROR && status != CONFLICT && !isAbsent(item, status)) {
                throw failure(item);
            }
        }
    }

    /** Sends the request. Fails if any document is rejected, also one with a newer version in the index. */
    void sendAll() throws ClusterFailure {
        for (ClusterResponse item : sent()) {
            if (status(item) >= CLIENT_ERROR) {
                throw failure(item);
            }
        }
    }

    private List<ClusterResponse> sent() throws ClusterFailure {
        permit.check();
        List<ClusterResponse> items = cluster.sendLines("/" + alias + "/_bulk?require_alias=true", lines.toByteArray())
                .at("items")
                .list();
        if (items.size() != documents) {
            throw new ClusterFailure(ClusterFailure.Kind.OTHER, "The response does not tell of each document");
        }
        return items.stream().map(item -> item.at(item.names().get(0))).toList();
    }

    private static int status(ClusterResponse item) {
        return (int) item.at("status").number();
    }

    /** A document that was to be removed and is not there. */
    private static boolean isAbsent(ClusterResponse item, int status) {
        return status == GONE && item.at("result").text().equals("not_found");
    }

    private static ClusterFailure failure(ClusterResponse item) {
        return ClusterFailure.of(status(item), item.at("error", "type").text());
    }
}
