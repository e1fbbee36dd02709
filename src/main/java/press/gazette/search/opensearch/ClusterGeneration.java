package press.gazette.search.opensearch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import press.gazette.search.opensearch.cluster.Cluster;
import press.gazette.search.opensearch.cluster.ClusterFailure;
import press.gazette.search.opensearch.cluster.ClusterResponse;
import press.gazette.search.question.IndexField;
import press.gazette.search.source.ChangesRead;
import press.gazette.search.source.IndexBookmark;
import press.gazette.search.source.IndexedArticle;

/**
 * One index on OpenSearch from its building to its replacement. Each document has the number of a change as its version, so that a
 * write that comes late changes nothing.
 */
final class ClusterGeneration {

    private static final Logger LOG = Logger.getLogger(ClusterGeneration.class);

    /** Articles read again at once. */
    private static final int MOST_EXPIRED = 100;

    private final Cluster cluster;
    private final String name;
    private final WritePermit permit;

    /**
     * @param name of the index, or an alias of it
     * @param permit to write to it
     */
    ClusterGeneration(Cluster cluster, String name, WritePermit permit) {
        this.cluster = cluster;
        this.name = name;
        this.permit = permit;
    }

    String name() {
        return name;
    }

    /** An alias that only this index has: a write to an index that was deleted must not make one without fields. */
    static String writeAlias(String name) {
        return name + "-write";
    }

    /** Its place; empty: it is not complete, or not one of Gazette. */
    Optional<IndexBookmark> bookmark() throws ClusterFailure {
        ClusterResponse found;
        try {
            found = cluster.send("GET", "/" + name + "/_doc/" + IndexDefinition.BOOKMARK, null);
        } catch (ClusterFailure e) {
            if (e.kind() == ClusterFailure.Kind.MISSING) {
                return Optional.empty();
            }
            throw e;
        }
        ClusterResponse data = found.at("_source", IndexDefinition.BOOKMARK);
        Map<String, String> texts = new HashMap<>();
        data.names().forEach(each -> texts.put(each, data.at(each).text()));
        return Optional.ofNullable(IndexBookmark.of(texts));
    }

    /** True for an index of this very database, and of this version's fields, that is not ahead of the ledger. */
    static boolean fits(IndexBookmark bookmark) {
        return bookmark.database().equals(ChangesRead.database())
                && bookmark.mapping().equals(IndexDefinition.MAPPING)
                && ChangesRead.isInLedger(bookmark.position());
    }

    /** Lets searches see all that is written, and then stores the place. */
    void show(IndexBookmark bookmark) throws ClusterFailure {
        if (cluster.send("POST", "/" + name + "/_refresh", null)
                        .at("_shards", "failed")
                        .number()
                > 0) {
            throw new ClusterFailure(ClusterFailure.Kind.AWAY, "A part of the index cannot show what is written");
        }
        BulkWrite place = bulk(bookmark.position().seq());
        place.put(IndexDefinition.BOOKMARK, Map.of(IndexDefinition.BOOKMARK, bookmark.data()));
        place.sendAll();
    }

    /**
     * Puts the articles in, or in the place of their former content, and removes others.
     *
     * @param version the number of a change before which they were not read
     * @return the number of articles that cannot be indexed; a former content of theirs is removed
     */
    int write(Collection<IndexedArticle> articles, Collection<UUID> removed, long version) throws ClusterFailure {
        List<String> bad = new ArrayList<>();
        BulkWrite documents = bulk(version);
        for (IndexedArticle article : articles) {
            try {
                documents.put(article.id().toString(), ArticleEntry.of(article));
            } catch (RuntimeException e) {
                LOG.errorf(e, "An article cannot be indexed; searches do not find it. article=%s", article.id());
                bad.add(article.id().toString());
            }
            if (documents.isFull()) {
                documents.send(bad);
                documents = bulk(version);
            }
        }
        for (UUID each : removed) {
            documents.remove(each.toString());
        }
        documents.send(bad);
        BulkWrite former = bulk(version);
        bad.forEach(former::remove);
        former.send(new ArrayList<>());
        return bad.size();
    }

    private BulkWrite bulk(long version) {
        return new BulkWrite(cluster, writeAlias(name), permit, version);
    }

    /**
     * Articles whose expiry, as it was when they were indexed, has come.
     *
     * @param next the first expiry still to come; null: none
     */
    record Expired(List<UUID> articles, @Nullable Instant next) {

        boolean isFull() {
            return articles.size() == MOST_EXPIRED;
        }
    }

    Expired expired(Instant now) throws ClusterFailure {
        long moment = IndexField.number(now);
        ClusterResponse found = cluster.send(
                "POST",
                "/" + name + "/_search",
                Map.of(
                        "size",
                        MOST_EXPIRED,
                        "_source",
                        false,
                        "query",
                        range(Map.of("lte", moment)),
                        "sort",
                        List.of(IndexField.EXPIRES, IndexField.ID),
                        "aggs",
                        Map.of(
                                "all",
                                Map.of(
                                        "global",
                                        Map.of(),
                                        "aggs",
                                        Map.of(
                                                "later",
                                                Map.of(
                                                        "filter",
                                                        range(Map.of("gt", moment)),
                                                        "aggs",
                                                        Map.of(
                                                                "first",
                                                                Map.of(
                                                                        "min",
                                                                        Map.of("field", IndexField.EXPIRES)))))))));
        ClusterResponse first = found.at("aggregations", "all", "later", "first", "value");
        return new Expired(
                found.at("hits", "hits").list().stream()
                        .map(each -> UUID.fromString(each.at("_id").text()))
                        .toList(),
                first.isPresent() ? IndexField.time(first.number()) : null);
    }

    private static Map<String, Object> range(Map<String, ?> bounds) {
        return Map.of("range", Map.of(IndexField.EXPIRES, bounds));
    }

    /** Its files, of which removed words are to be taken. */
    ClusterPurge files() {
        return new ClusterPurge(cluster, name);
    }
}
