package press.gazette.delivery.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

import press.gazette.delivery.Problems;
import press.gazette.problem.ProblemType;

/** The refusals and failures of the contract: each is described once, with an example of its content. */
final class ContractProblems {

    private static final String ARTICLE = "/v1/articles/ferry-report-withdrawn";
    private static final String AT_DESK = "/v1/desk/articles/harbour-lock-closed";
    private static final String LISTING = "/v1/articles";

    /**
     * A response that operations share.
     *
     * @param text what it means
     * @param type the problem of the example
     * @param detail what the example says of its case
     * @param instance the path of the example
     * @param besides the members that only problems of this kind have
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
                            "A parameter is unknown, repeated or has a bad value; the problem names it and what would be right. The "
                                    + "same for a place in the content.",
                            ProblemType.UNKNOWN_PARAMETER,
                            "There is no parameter \"limt\". Did you mean \"limit\"?",
                            LISTING,
                            errors("parameter", "limt", "There is no parameter \"limt\". Did you mean \"limit\"?"))),
            Map.entry(
                    "Unauthenticated",
                    new Described(
                            "There is no key, or none that is valid; nothing tells why.",
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
                            "Nothing public is at this address.",
                            ProblemType.NOT_FOUND,
                            "There is no such article.",
                            "/v1/articles/never-existed")),
            Map.entry(
                    "Withdrawn",
                    new Described(
                            "The newsroom has taken the article away. The problem's member reason says why: legal, error, rights or other.",
                            ProblemType.WITHDRAWN,
                            "This article has been withdrawn.",
                            ARTICLE,
                            Map.of("reason", "error"))),
            Map.entry(
                    "NotAcceptable",
                    new Described(
                            "There is no representation that the Accept header allows.",
                            ProblemType.NOT_ACCEPTABLE,
                            "This resource is available as application/json.",
                            LISTING)),
            Map.entry(
                    "ContentTooSlow",
                    new Described(
                            "The content came too slowly; nothing of it has been written.",
                            ProblemType.REQUEST_TIMEOUT,
                            "The content came too slowly.",
                            AT_DESK)),
            Map.entry(
                    "ContentTooLarge",
                    new Described(
                            "The content is larger than this resource reads.",
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
                            "More requests in a minute than one address or one key may send. Try again after the seconds in "
                                    + "Retry-After; RateLimit tells what is left. A 304 is not counted.",
                            ProblemType.TOO_MANY_REQUESTS,
                            "More than 6000 requests a minute. The next one is welcome in 1 s.",
                            LISTING)),
            Map.entry(
                    "ServerError",
                    new Described(
                            "The server failed; the problem's traceId names the occurrence in its log.",
                            ProblemType.INTERNAL_ERROR,
                            "The server failed to answer this request.",
                            LISTING,
                            Map.of("traceId", "4bf92f3577b34da6a3ce929d0e0e4736"))),
            Map.entry(
                    "Unavailable",
                    new Described(
                            "The server cannot answer right now. Try again after the seconds in Retry-After.",
                            ProblemType.UNAVAILABLE,
                            "The database does not answer.",
                            LISTING,
                            Map.of("traceId", "4bf92f3577b34da6a3ce929d0e0e4736"))));

    private static final Map<String, Described> OF_DESK = Map.of(
            "BadContent",
            new Described(
                    "The content is not JSON or not what the operation reads, and the problem points at each fault; "
                            + "or a parameter or header is not right.",
                    ProblemType.INVALID_CONTENT,
                    "At /titl: There is no member \"titl\". Did you mean \"title\"?",
                    AT_DESK,
                    errors("pointer", "/titl", "There is no member \"titl\". Did you mean \"title\"?")),
            "Conflict",
            new Described(
                    "The state of the thing does not allow it, something unique is taken, or a request with the same "
                            + "Idempotency-Key is still being worked on (then with Retry-After).",
                    ProblemType.CONFLICT,
                    "Readers have seen the list. Unpublish it; its address stays taken.",
                    "/v1/desk/lists/morning-briefing"),
            "PreconditionFailed",
            new Described(
                    "Somebody else has changed the thing since it was read.",
                    ProblemType.PRECONDITION_FAILED,
                    "Its ETag is \"8\" now. Read it again before you change it.",
                    AT_DESK),
            "PreviewEnded",
            new Described(
                    "The link to the preview has ended, or the desk has revoked it.",
                    ProblemType.PREVIEW_ENDED,
                    "This link has ended. Ask the newsroom for a new one.",
                    "/v1/previews/AaImGUEke6uZ6zH6bVIZjgAAAABrDR6ewM9mmKU7A-kzQtD1XkoACQ"),
            "IdempotencyKeyReused",
            new Described(
                    "The Idempotency-Key was sent before with another request.",
                    ProblemType.IDEMPOTENCY_KEY_REUSED,
                    "This Idempotency-Key was sent before with another method, address or content. Use a new key for a new request.",
                    "/v1/desk/articles"),
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
            case "Unavailable", "Conflict", "TooManyRequests" ->
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
