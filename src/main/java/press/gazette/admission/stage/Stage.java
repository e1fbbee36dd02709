package press.gazette.admission.stage;

import java.util.Arrays;
import java.util.stream.Collectors;

import jakarta.ws.rs.Priorities;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Handler;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** The filters of HTTP, in the order in which a request passes them. docs/flows.md shows the same table. */
public enum Stage {
    DRAIN(Layer.ROUTER, Integer.MIN_VALUE, "closes connections that bring reads to a node about to stop"),
    FAST_PATH(Layer.FILTER, 11_000, "puts the fast path on a new connection"),
    FIRST_FILTER(Layer.FILTER, 10_000, "finds the kind of the resource; sets the common headers"),
    RATE_LIMITS(Layer.FILTER, 9_800, "counts every request, rejected ones included", 429),
    ADMISSION(Layer.FILTER, 9_600, "bounds URL, head and content; knows the methods", 400, 404, 405, 413, 414, 431),
    READ_YOUR_WRITES(Layer.FILTER, 9_500, "waits until this node knows of the change in Gazette-Seq", 400, 503),
    CACHED_RESPONSES(Layer.FILTER, 9_000, "responds from memory; of equal requests one renders", 503),
    DEADLINES(Layer.FILTER, 8_000, "responds in time, even if the worker waits", 408, 503),
    ENTITLEMENTS(Layer.FILTER, 7_800, "finds what the key of a read allows to read", 401, 429, 503),
    ENTITLED_RESPONSES(Layer.FILTER, 7_700, "responds to reads with a key from memory", 503),
    ADMISSION_QUEUE(Layer.FILTER, 7_500, "bounds the number of readers at work", 503),
    DIRECT_READS(Layer.FILTER, 7_000, "responds to the commonest reads without REST", 404, 410),
    DECLARED_PARAMETERS(
            Layer.REST_REQUEST, Order.DECLARED_PARAMETERS, "unknown, repeated or empty query parameters", 400),
    LATE_REQUESTS(Layer.REST_REQUEST, Order.LATE_REQUESTS, "begins no work once the deadline has responded"),
    RESPONSE_FILTER(Layer.REST_RESPONSE, Order.RESPONSE_FILTER, "JSON bytes, ETag, 304 or 200, gzip; fills the cache"),
    LATE_RESPONSES(Layer.REST_RESPONSE, Order.LATE_RESPONSES, "drops the response if the deadline has responded");

    /** The part of the server that calls a filter. Orders of routes and of REST's request filters rise, the others fall. */
    enum Layer {
        ROUTER,
        FILTER,
        REST_REQUEST,
        REST_RESPONSE
    }

    /** The numbers of the filters of REST, which are registered by annotations. */
    public static final class Order {

        public static final int DECLARED_PARAMETERS = Priorities.USER;
        public static final int LATE_REQUESTS = Priorities.USER + 1;

        /** Before {@link #LATE_RESPONSES}, so that a response that is late may still be cached. */
        public static final int RESPONSE_FILTER = Priorities.USER + 1;

        public static final int LATE_RESPONSES = Priorities.USER;

        private Order() {}
    }

    private final Layer layer;
    private final int number;
    private final String sentence;
    private final String rejects;

    Stage(Layer layer, int number, String sentence, int... rejects) {
        this.layer = layer;
        this.number = number;
        this.sentence = sentence;
        this.rejects = Arrays.stream(rejects).mapToObj(String::valueOf).collect(Collectors.joining(", "));
    }

    /** Registers a handler that is called at this stage, before the request is routed. */
    public void register(Filters filters, Handler<RoutingContext> handler) {
        require(Layer.FILTER);
        filters.register(handler, number);
    }

    /** Adds a route that every request passes at this stage. */
    public Route route(Router router) {
        require(Layer.ROUTER);
        return router.route().order(number);
    }

    private void require(Layer needed) {
        if (layer != needed) {
            throw new IllegalStateException(this + " is a filter of " + layer + ", not of " + needed);
        }
    }

    Layer layer() {
        return layer;
    }

    int number() {
        return number;
    }

    /** The work of this stage, for docs/flows.md. */
    String sentence() {
        return sentence;
    }

    /** The statuses with which this stage rejects requests, separated by commas; empty if it rejects none. */
    String rejects() {
        return rejects;
    }
}
