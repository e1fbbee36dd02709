package press.gazette.response;

import java.util.function.Supplier;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/**
 * The part of the articles that a caller may read. Each has its own entries in the cache, which all its callers share. A
 * response for {@link #WHOLE} leaves no copy in caches outside: they would give it to everybody.
 */
public enum Entitlement {
    /** Of an article that is not free, the blocks that everybody reads. */
    PUBLIC,
    /** Whole articles. */
    WHOLE;

    private static final String KEY = Entitlement.class.getName();

    /** A cache that is set to store everything stores at least one copy for each key. */
    private static final CharSequence VARY = HttpHeaders.createOptimized("Accept-Encoding, Authorization");

    private static final ThreadLocal<Entitlement> READING = ThreadLocal.withInitial(() -> PUBLIC);

    /** The entitlement of a request: {@link #PUBLIC} unless its key has been found to allow more. */
    public static Entitlement of(RoutingContext request) {
        Entitlement found = request.get(KEY);
        return found == null ? PUBLIC : found;
    }

    /** True if the key of a request has been checked, or there is none to check. */
    public static boolean isKnown(RoutingContext request) {
        return request.get(KEY) != null || !request.request().headers().contains(HttpHeaders.AUTHORIZATION);
    }

    /** Sets the entitlement of a request whose key has been checked. */
    public void grantTo(RoutingContext request) {
        request.put(KEY, this);
        if (this == WHOLE) {
            request.response().headers().set(HttpHeaders.VARY, VARY);
        }
    }

    /** The entitlement of the running {@link #read} of this thread; {@link #PUBLIC} outside of it. */
    public static Entitlement current() {
        return READING.get();
    }

    /** Runs a read with this entitlement. Rows ask for it when they are read, so no read can forget it. */
    public <T> T read(Supplier<T> reading) {
        Entitlement before = READING.get();
        READING.set(this);
        try {
            return reading.get();
        } finally {
            READING.set(before);
        }
    }

    /** The value of Cache-Control of a response with this entitlement. */
    public String cacheControl(CachePolicy policy) {
        return switch (this) {
            case PUBLIC -> policy.header();
            case WHOLE -> "private, no-store";
        };
    }

    /** The name of a response in the cache. Public ones are named by their target, which has no blank in it. */
    public String cached(String target) {
        return switch (this) {
            case PUBLIC -> target;
            case WHOLE -> "whole " + target;
        };
    }
}
