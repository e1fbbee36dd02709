package press.gazette.search.opensearch;

import press.gazette.search.opensearch.cluster.ClusterFailure;

/** The right to write to the shared index, checked right before each write: see {@link Lease#check}. */
@FunctionalInterface
interface WritePermit {

    /**
     * Returns if this node has the right.
     *
     * @throws ClusterFailure if another node may have it
     */
    void check() throws ClusterFailure;
}
