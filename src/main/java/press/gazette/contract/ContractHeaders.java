package press.gazette.contract;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** The headers of responses and requests in the contract. */
final class ContractHeaders {

    private record Described(String text, String example) {}

    private static final Map<String, Described> ALL = Map.ofEntries(
            Map.entry(
                    "ETag",
                    new Described(
                            "Strong validator of these bytes, the same on every node. Send it back in If-None-Match.",
                            "\"9zbrRQdqw84C4IaSm5JZhw\"")),
            Map.entry(
                    "Last-Modified",
                    new Described(
                            "The last change of anything public, removals included.", "Sun, 22 Nov 2026 19:40:56 GMT")),
            Map.entry(
                    "Cache-Control",
                    new Described(
                            "The lifetime in caches: a constant of the kind of resource.",
                            "public, max-age=15, stale-while-revalidate=300, stale-if-error=600")),
            Map.entry(
                    "Vary",
                    new Described(
                            "Accept-Encoding: responses of 1 KiB and more are compressed for clients that accept gzip.",
                            "Accept-Encoding")),
            Map.entry(
                    "Link",
                    new Described(
                            "Links (RFC 8288): rel=next, the next page; rel=alternate, feeds of the same articles, other formats "
                                    + "of the same article; rel=canonical, the article's page; in a feed, its own links.",
                            "</v1/articles?limit=20&cursor=AfA2LczI>; rel=\"next\"")),
            Map.entry("Location", new Described("The current address.", "/v1/articles/gas-contract-averil")),
            Map.entry("Retry-After", new Described("Seconds.", "5")),
            Map.entry(
                    "WWW-Authenticate",
                    new Described(
                            "Bearer, with the reason for the refusal (RFC 6750 §3).",
                            "Bearer realm=\"Gazette\", error=\"invalid_token\"")),
            Map.entry(
                    "Trace-Id",
                    new Described(
                            "The name of the request in the server's log: the trace id of your traceparent, else a new one.",
                            "4bf92f3577b34da6a3ce929d0e0e4736")),
            Map.entry(
                    "Cache-Groups",
                    new Described(
                            "The groups that the response depends on (RFC 9875). Drop it from a cache when one of them changes.",
                            "\"articles\", \"labels\"")),
            Map.entry(
                    "Surrogate-Key",
                    new Described(
                            "The names of Cache-Groups separated by blanks, for caches that read this header.",
                            "articles labels")),
            Map.entry(
                    "Access-Control-Allow-Origin",
                    new Described("*: pages of all other sites may read the response. Absent at the desk.", "*")),
            Map.entry(
                    "Access-Control-Expose-Headers",
                    new Described(
                            "The headers that pages of other sites may read. Absent at the desk.",
                            "ETag, Last-Modified, Link, Location, Retry-After, RateLimit, RateLimit-Policy, Gazette-Seq, Trace-Id")),
            Map.entry(
                    "Referrer-Policy",
                    new Described(
                            "Only of previews: browsers send the address with its token to no other site.",
                            "no-referrer")),
            Map.entry(
                    "X-Robots-Tag",
                    new Described(
                            "Of previews, of searches and of articles with seo.noIndex: search engines do not index the response.",
                            "noindex")),
            Map.entry(
                    "RateLimit-Policy",
                    new Described(
                            "The quota of this address or key: q requests in w seconds. Absent: any number.",
                            "\"address\";q=6000;w=60")),
            Map.entry(
                    "RateLimit",
                    new Described(
                            "The rest of the quota: r requests; it is full again in t seconds. A 304 is not counted.",
                            "\"address\";r=5998;t=1")),
            Map.entry(
                    "Gazette-Seq",
                    new Described(
                            "The number of the last change that the response includes. Of a write it is its own: send it with a read to be "
                                    + "sure that the response includes the write, on any node; absent: the write changes nothing "
                                    + "public. Of a public read: a position from which /v1/changes and its stream go on.",
                            "1287")));

    private static final List<String> OF_ALL = List.of("RateLimit-Policy", "RateLimit", "Trace-Id");

    private static final List<String> OF_READERS =
            List.of("Access-Control-Allow-Origin", "Access-Control-Expose-Headers");

    private static final List<String> OF_PREVIEWS = List.of("Referrer-Policy", "X-Robots-Tag");

    private static final List<String> OF_READS = List.of("ETag", "Cache-Control", "Vary");

    private static final List<String> OF_DATED_READS =
            List.of("Last-Modified", "Cache-Groups", "Surrogate-Key", "Gazette-Seq");

    private static final List<String> OF_WRITES = List.of("Cache-Control", "Vary", "Gazette-Seq");

    private ContractHeaders() {}

    /** Adds the description of each header to the components. */
    static void addTo(Components components) {
        new TreeMap<>(ALL).forEach((name, each) -> components.addHeader(name, header(each.text, each.example)));
        components.addParameter(
                "ifNoneMatch", parameter("If-None-Match", "The ETag of your copy; 304 if it is current.", "ETag"));
        components.addParameter(
                "ifModifiedSince",
                parameter(
                        "If-Modified-Since",
                        "The Last-Modified of your copy. Ignored if If-None-Match is sent.",
                        "Last-Modified"));
        components.addParameter(
                "gazetteSeq",
                parameter(
                        "Gazette-Seq",
                        "The Gazette-Seq of the response to a write: the response to this read includes that write. 503 if the node does "
                                + "not learn of it in time.",
                        "Gazette-Seq"));
    }

    /** Adds the headers of every response. */
    static void ofAny(APIResponse response) {
        add(response, OF_ALL);
    }

    /** Adds the headers of every response to a read. */
    static void ofRead(APIResponse response) {
        add(response, OF_READS);
        ofAny(response);
    }

    /** Adds the headers of a read without a key. */
    static void ofPublicRead(APIResponse response) {
        add(response, List.of("Link"));
        add(response, OF_READERS);
    }

    /** Adds the headers of a 304. */
    static APIResponse ofNotModified(APIResponse response) {
        ofRead(response);
        ofDatedRead(response);
        ofPublicRead(response);
        ofPreview(response);
        return response;
    }

    /** Adds the header of articles that search engines may not index. */
    static void ofIndexing(APIResponse response) {
        add(response, List.of("X-Robots-Tag"));
    }

    /** Adds the headers of a preview. */
    static void ofPreview(APIResponse response) {
        add(response, OF_PREVIEWS);
    }

    /** Adds the headers of a redirect. */
    static APIResponse ofMoved(APIResponse response) {
        add(response, List.of("Location", "Cache-Control", "Vary"));
        add(response, OF_READERS);
        ofAny(response);
        return response;
    }

    /** Adds the headers of a problem. */
    static void ofProblem(APIResponse response) {
        add(response, List.of("Cache-Control", "Vary"));
        add(response, OF_READERS);
        ofAny(response);
    }

    /** Adds the headers of responses made from public content of the database. */
    static void ofDatedRead(APIResponse response) {
        add(response, OF_DATED_READS);
    }

    /** Adds the headers of every response to a write. */
    static void ofWrite(APIResponse response) {
        add(response, OF_WRITES);
        ofAny(response);
    }

    static Header header(String description, @Nullable String example) {
        return OASFactory.createHeader()
                .description(description)
                .example(example)
                .schema(Contract.text());
    }

    static Header ref(String name) {
        return OASFactory.createHeader().ref(name);
    }

    private static void add(APIResponse response, List<String> names) {
        names.forEach(name -> response.addHeader(name, ref(name)));
    }

    private static Parameter parameter(String name, String description, String like) {
        return OASFactory.createParameter()
                .name(name)
                .in(Parameter.In.HEADER)
                .description(description)
                .example(Objects.requireNonNull(ALL.get(like)).example)
                .schema(Contract.text());
    }
}
