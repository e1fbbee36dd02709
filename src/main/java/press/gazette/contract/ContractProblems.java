package press.gazette.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

import press.gazette.database.Pulse;
import press.gazette.problem.ProblemType;
import press.gazette.response.Problems;

/** The responses 4xx and 5xx of the contract, each described once with an example of its content. */
final class ContractProblems {

    private static final String ARTICLE = "/v1/articles/ferry-report-withdrawn";
    private static final String AT_DESK = "/v1/desk/articles/harbour-lock-closed";
    private static final String LISTING = "/v1/articles";

    /** The beginning of all addresses that need the index. */
    static final String SEARCH = "/v1/search";

    static final String SEARCH_OFF = "SearchOff";
    static final String SEARCH_NOT_READY = "SearchNotReady";

    /**
     * A response that operations share.
     *
     * @param text its description
     * @param type the problem of the example
     * @param detail the detail of the example
     * @param instance the path of the example
     * @param besides the members that only problems of this type have
     */
    private record Described(
            String text, ProblemType type, String detail, String instance, Map<String, Object> besides) {

        Described(String text, ProblemType type, String detail, String instance) {
            this(text, type, detail, instance, Map.of());
        }
    }

    private static final Map<String, Described> ALL = Map.ofEntries(
            Map.entry(
                    "BadRequest",
                    new Described(
                            "A parameter or a member of the content is unknown, repeated or has a bad value. The problem names it and "
                                    + "says what is allowed.",
                            ProblemType.UNKNOWN_PARAMETER,
                            "There is no parameter \"limt\". Did you mean \"limit\"?",
                            LISTING,
                            errors("parameter", "limt", "There is no parameter \"limt\". Did you mean \"limit\"?"))),
            Map.entry(
                    "Unauthenticated",
                    new Described(
                            "The request has no valid key. The response does not tell why.",
                            ProblemType.UNAUTHENTICATED,
                            "This resource needs a valid key.",
                            AT_DESK)),
            Map.entry(
                    "Forbidden",
                    new Described(
                            "The key lacks the scope that the problem names.",
                            ProblemType.FORBIDDEN,
                            "This needs the scope desk:publish.",
                            AT_DESK + "/publication")),
            Map.entry(
                    "NotFound",
                    new Described(
                            "There is nothing public at this address.",
                            ProblemType.NOT_FOUND,
                            "There is no such article.",
                            "/v1/articles/never-existed")),
            Map.entry(
                    SEARCH_OFF,
                    new Described(
                            "This server has no index, by its settings.",
                            ProblemType.SEARCH_OFF,
                            "This server has no index.",
                            SEARCH)),
            Map.entry(
                    "Withdrawn",
                    new Described(
                            "The newsroom has withdrawn the article. The member reason is legal, error, rights or other.",
                            ProblemType.WITHDRAWN,
                            "This article has been withdrawn.",
                            ARTICLE,
                            Map.of("reason", "error"))),
            Map.entry(
                    "ChangesGone",
                    new Described(
                            "The changes since this position are not known any more. Start over without the parameter after.",
                            ProblemType.CHANGES_GONE,
                            "The changes since this position are not known any more. Start over with /v1/changes, without the parameter after.",
                            "/v1/changes")),
            Map.entry(
                    "NotAcceptable",
                    new Described(
                            "The resource has no representation that Accept allows.",
                            ProblemType.NOT_ACCEPTABLE,
                            "This resource is available as application/json.",
                            LISTING)),
            Map.entry(
                    "ContentTooSlow",
                    new Described(
                            "The content came too slowly. Nothing has been written.",
                            ProblemType.REQUEST_TIMEOUT,
                            "The content came too slowly.",
                            AT_DESK)),
            Map.entry(
                    "ContentTooLarge",
                    new Described(
                            "The content is too large for this resource.",
                            ProblemType.CONTENT_TOO_LARGE,
                            "The content is larger than 2097152 bytes.",
                            AT_DESK)),
            Map.entry(
                    "UnsupportedMediaType",
                    new Described(
                            "The content is of a media type that this resource does not read.",
                            ProblemType.UNSUPPORTED_MEDIA_TYPE,
                            "This resource reads application/merge-patch+json in UTF-8, uncompressed.",
                            AT_DESK)),
            Map.entry(
                    "TooManyRequests",
                    new Described(
                            "This address or key has sent too many requests in a minute. Try again after the seconds in Retry-After. "
                                    + "RateLimit has the rest of the quota; a 304 is not counted.",
                            ProblemType.TOO_MANY_REQUESTS,
                            "More than 6000 requests a minute. Try again in 1 s.",
                            LISTING)),
            Map.entry(
                    "ServerError",
                    new Described(
                            "The server failed. The member traceId names the occurrence in its log.",
                            ProblemType.INTERNAL_ERROR,
                            "The server failed to respond to this request.",
                            LISTING,
                            Map.of("traceId", "4bf92f3577b34da6a3ce929d0e0e4736"))),
            Map.entry(
                    "Unavailable",
                    new Described(
                            "The server cannot respond right now. Try again after the seconds in Retry-After.",
                            ProblemType.UNAVAILABLE,
                            Pulse.REFUSAL,
                            LISTING,
                            Map.of("traceId", "4bf92f3577b34da6a3ce929d0e0e4736"))),
            Map.entry(
                    SEARCH_NOT_READY,
                    new Described(
                            "The index is being built or repaired, or does not respond in time; or the server cannot respond "
                                    + "right now. Try again after the seconds in Retry-After.",
                            ProblemType.SEARCH_NOT_READY,
                            "The index of this node is being built.",
                            SEARCH,
                            Map.of("traceId", "4bf92f3577b34da6a3ce929d0e0e4736"))));

    private static final Map<String, Described> OF_DESK = Map.of(
            "BadContent",
            new Described(
                    "The content is not JSON or has faults, and the problem points at each of them; or a parameter or header "
                            + "is invalid.",
                    ProblemType.INVALID_CONTENT,
                    "At /titl: There is no member \"titl\". Did you mean \"title\"?",
                    AT_DESK,
                    errors("pointer", "/titl", "There is no member \"titl\". Did you mean \"title\"?")),
            "Conflict",
            new Described(
                    "The state of the resource does not allow this, a unique value is taken, or a request with the same "
                            + "Idempotency-Key is still at work (then with Retry-After).",
                    ProblemType.CONFLICT,
                    "Readers have seen the list. Unpublish it; its address stays taken.",
                    "/v1/desk/lists/morning-briefing"),
            "PreconditionFailed",
            new Described(
                    "The resource has changed since you read it.",
                    ProblemType.PRECONDITION_FAILED,
                    "Its ETag is \"8\" now. Read it again before you change it.",
                    AT_DESK),
            "PreviewEnded",
            new Described(
                    "The link to the preview has expired or was revoked.",
                    ProblemType.PREVIEW_ENDED,
                    "This link has ended. Ask the newsroom for a new one.",
                    "/v1/previews/AaImGUEke6uZ6zH6bVIZjgAAAABrDR6ewM9mmKU7A-kzQtD1XkoACQ"),
            "IdempotencyKeyReused",
            new Described(
                    "The Idempotency-Key was used for a different request.",
                    ProblemType.IDEMPOTENCY_KEY_REUSED,
                    "This Idempotency-Key was sent before with another method, address or content. Use a new key for a new request.",
                    "/v1/desk/articles"),
            "InsufficientStorage",
            new Described(
                    "The store of files is full. Nothing has been stored.",
                    ProblemType.INSUFFICIENT_STORAGE,
                    "The store of files is full.",
                    "/v1/desk/media",
                    Map.of("traceId", "4bf92f3577b34da6a3ce929d0e0e4736")),
            "PreconditionRequired",
            new Described(
                    "The request lacks If-Match.",
                    ProblemType.PRECONDITION_REQUIRED,
                    "Send If-Match with the ETag of what you have read, so that nobody's work is overwritten unseen.",
                    AT_DESK));

    private ContractProblems() {}

    static void addTo(Components components) {
        new TreeMap<>(ALL).forEach((name, each) -> components.addResponse(name, response(name, each)));
    }

    static void addThoseOfDeskTo(Components components) {
        new TreeMap<>(OF_DESK).forEach((name, each) -> components.addResponse(name, response(name, each)));
    }

    private static APIResponse response(String name, Described each) {
        Content content = OASFactory.createContent()
                .addMediaType(
                        Problems.MEDIA_TYPE,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref("Problem"))
                                .example(example(each)));
        APIResponse response =
                OASFactory.createAPIResponse().description(each.text).content(content);
        ContractHeaders.ofProblem(response);
        switch (name) {
            case "Unavailable", SEARCH_NOT_READY, "Conflict", "TooManyRequests" ->
                response.addHeader("Retry-After", ContractHeaders.ref("Retry-After"));
            case "Unauthenticated", "Forbidden" ->
                response.addHeader("WWW-Authenticate", ContractHeaders.ref("WWW-Authenticate"));
            default -> {}
        }
        return response;
    }

    private static Map<String, Object> example(Described each) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "/problems/" + each.type.code());
        problem.put("title", each.type.title());
        problem.put("status", Problems.status(each.type));
        problem.put("code", each.type.code());
        problem.put("detail", each.detail);
        problem.put("instance", each.instance);
        problem.putAll(each.besides);
        return problem;
    }

    private static Map<String, Object> errors(String where, String place, String detail) {
        Map<String, Object> fault = new LinkedHashMap<>();
        fault.put(where, place);
        fault.put("detail", detail);
        return Map.of("errors", List.of(fault));
    }
}
