package press.gazette.delivery.contract;

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

/** The headers of the contract: what answers carry, and what requests may bring. */
final class ContractHeaders {

    private record Described(String text, String example) {}

    private static final Map<String, Described> ALL = Map.ofEntries(
            Map.entry(
                    "ETag",
                    new Described(
                            "Strong validator of these very bytes; the same on every node. Send it back in If-None-Match.",
                            "\"9zbrRQdqw84C4IaSm5JZhw\"")),
            Map.entry(
                    "Last-Modified",
                    new Described(
                            "When anything public last changed, removals included.", "Sun, 22 Nov 2026 19:40:56 GMT")),
            Map.entry(
                    "Cache-Control",
                    new Described(
                            "How long others may keep the answer: a constant of the kind of resource.",
                            "public, max-age=15, stale-while-revalidate=300, stale-if-error=600")),
            Map.entry(
                    "Vary",
                    new Described(
                            "Accept-Encoding: answers of 1 KiB and more come compressed to those who accept gzip.",
                            "Accept-Encoding")),
            Map.entry(
                    "Link",
                    new Described(
                            "Where else to go (RFC 8288): rel=next, the next page; rel=alternate, feeds of the same; of a feed, what it says itself.",
                            "</v1/articles?limit=20&cursor=AfA2LczI>; rel=\"next\"")),
            Map.entry("Location", new Described("Where the thing is now.", "/v1/articles/gas-contract-averil")),
            Map.entry("Retry-After", new Described("Seconds.", "5")),
            Map.entry(
                    "WWW-Authenticate",
                    new Described(
                            "Bearer, and in which way the key did not do (RFC 6750 §3).",
                            "Bearer realm=\"Gazette\", error=\"invalid_token\"")),
            Map.entry(
                    "Trace-Id",
                    new Described(
                            "Names the request in the server's log: the trace id of your traceparent, else a new one.",
                            "4bf92f3577b34da6a3ce929d0e0e4736")),
            Map.entry(
                    "Cache-Groups",
                    new Described(
                            "What makes it another answer (RFC 9875): a cache that is told of a change in one of these groups drops it.",
                            "\"articles\", \"labels\"")),
            Map.entry(
                    "Surrogate-Key",
                    new Described(
                            "The same names for caches that know this header, separated by blanks.",
                            "articles labels")),
            Map.entry(
                    "Access-Control-Allow-Origin",
                    new Described("Pages of all other sites may read it. Absent: it is an answer of the desk.", "*")),
            Map.entry(
                    "Access-Control-Expose-Headers",
                    new Described(
                            "The headers that pages of other sites see. Absent: it is an answer of the desk.",
                            "ETag, Last-Modified, Link, Location, Retry-After, RateLimit, RateLimit-Policy, Gazette-Seq, Trace-Id")),
            Map.entry(
                    "Referrer-Policy",
                    new Described("Only of previews: the address with its token goes to nobody else.", "no-referrer")),
            Map.entry("X-Robots-Tag", new Described("Only of previews: search engines keep nothing of it.", "noindex")),
            Map.entry(
                    "RateLimit-Policy",
                    new Described(
                            "How many requests (q) in how many seconds (w) this address or key may send. Absent: any number.",
                            "\"address\";q=6000;w=60")),
            Map.entry(
                    "RateLimit",
                    new Described(
                            "How many are left (r), and in how many seconds all will be there again (t). A 304 is not counted.",
                            "\"address\";r=5998;t=1")),
            Map.entry(
                    "Gazette-Seq",
                    new Described(
                            "The number of this write in the ledger: send it with a read, and no node that does not know of the "
                                    + "write yet will answer it. Absent: readers cannot notice the write.",
                            "1287")));

    private static final List<String> OF_ALL = List.of("RateLimit-Policy", "RateLimit", "Trace-Id");

    private static final List<String> OF_READERS =
            List.of("Access-Control-Allow-Origin", "Access-Control-Expose-Headers");

    private static final List<String> OF_PREVIEWS = List.of("Referrer-Policy", "X-Robots-Tag");

    private static final List<String> OF_READS = List.of("ETag", "Cache-Control", "Vary");

    private static final List<String> OF_DATED_READS = List.of("Last-Modified", "Cache-Groups", "Surrogate-Key");

    private static final List<String> OF_WRITES = List.of("Cache-Control", "Vary", "Gazette-Seq");

    private ContractHeaders() {}

    /** Describes each of them once. */
    static void addTo(Components components) {
        new TreeMap<>(ALL).forEach((name, each) -> components.addHeader(name, header(each.text, each.example)));
        components.addParameter(
                "ifNoneMatch",
                parameter("If-None-Match", "The ETag of the answer that you have; 304 when it is current.", "ETag"));
        components.addParameter(
                "ifModifiedSince",
                parameter(
                        "If-Modified-Since",
                        "The Last-Modified of the answer that you have. Ignored where If-None-Match is sent.",
                        "Last-Modified"));
        components.addParameter(
                "gazetteSeq",
                parameter(
                        "Gazette-Seq",
                        "The number that a write was answered with: the answer knows of that write. 503 from a node that does "
                                + "not hear of it in time.",
                        "Gazette-Seq"));
    }

    /** What every answer carries. */
    static void ofAny(APIResponse answer) {
        add(answer, OF_ALL);
    }

    /** What every answer to a read carries. */
    static void ofRead(APIResponse answer) {
        add(answer, OF_READS);
        ofAny(answer);
    }

    /** Adds the headers of a read without a key. */
    static void ofPublicRead(APIResponse answer) {
        add(answer, List.of("Link"));
        add(answer, OF_READERS);
    }

    /** Adds the headers of a 304. */
    static APIResponse ofNotModified(APIResponse answer) {
        ofRead(answer);
        ofDatedRead(answer);
        ofPublicRead(answer);
        ofPreview(answer);
        return answer;
    }

    /** Adds the headers of a preview. */
    static void ofPreview(APIResponse answer) {
        add(answer, OF_PREVIEWS);
    }

    /** Adds the headers of a redirect. */
    static APIResponse ofMoved(APIResponse answer) {
        add(answer, List.of("Location", "Cache-Control", "Vary"));
        add(answer, OF_READERS);
        ofAny(answer);
        return answer;
    }

    /** Adds the headers of a problem. */
    static void ofProblem(APIResponse answer) {
        add(answer, List.of("Cache-Control", "Vary"));
        add(answer, OF_READERS);
        ofAny(answer);
    }

    /** What an answer from the public content of the database carries besides. */
    static void ofDatedRead(APIResponse answer) {
        add(answer, OF_DATED_READS);
    }

    /** What every answer to a write carries. */
    static void ofWrite(APIResponse answer) {
        add(answer, OF_WRITES);
        ofAny(answer);
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

    private static void add(APIResponse answer, List<String> names) {
        names.forEach(name -> answer.addHeader(name, ref(name)));
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
