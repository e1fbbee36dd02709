package press.gazette.search.opensearch.cluster;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

/** OpenSearch has not done what was asked. The message names neither credentials nor words of a search. */
public final class ClusterFailure extends IOException {

    private static final long serialVersionUID = 1;

    public enum Kind {
        /** No connection, no response in time, or too many requests. */
        AWAY,

        /** The time of the question was over before: the question is large, which tells nothing about the cluster. */
        SLOW,

        /** The credentials are wrong, or lack a right. */
        REFUSED,

        /** There is no such index. */
        MISSING,

        /** A newer version is there already. */
        CONFLICT,

        /** The index takes no writes: mostly the disk is full. */
        BLOCKED,

        /** Any other response. */
        OTHER
    }

    private final Kind kind;

    public ClusterFailure(Kind kind, String what) {
        this(kind, what, null);
    }

    public ClusterFailure(Kind kind, String what, @Nullable Throwable cause) {
        super(what, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /** The failure that a status, and the type of the error, stand for. */
    public static ClusterFailure of(int status, String type) {
        Kind kind = switch (status) {
            case 401 -> Kind.REFUSED;
            case 403 -> type.equals("cluster_block_exception") ? Kind.BLOCKED : Kind.REFUSED;
            case 404 -> Kind.MISSING;
            case 409 -> Kind.CONFLICT;
            case 408, 429, 502, 503, 504 -> Kind.AWAY;
            default -> Kind.OTHER;
        };
        return new ClusterFailure(kind, "OpenSearch responds " + status + (type.isEmpty() ? "" : " " + type));
    }
}
