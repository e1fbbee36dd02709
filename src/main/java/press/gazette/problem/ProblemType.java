package press.gazette.problem;

import java.util.Locale;

/**
 * Every type of problem, with the texts of its page. The code never changes once released. A new constant needs a
 * status in {@code response.Problems} and a row in docs/errors.md.
 */
public enum ProblemType {
    MALFORMED_REQUEST(
            "The request cannot be read",
            "The request line, a header or the encoding of the URL is not valid HTTP or not valid UTF-8.",
            "Send a well-formed request; percent-encode every reserved or non-ASCII character in the URL."),
    UNKNOWN_PARAMETER(
            "Unknown parameter",
            "The URL has a query parameter that this resource does not know. Nothing is silently ignored.",
            "Remove the parameter or use the name that the detail suggests."),
    REPEATED_PARAMETER(
            "Repeated parameter",
            "A query parameter that takes one value was given more than once.",
            "Send the parameter once."),
    INVALID_PARAMETER(
            "Invalid parameter",
            "A query parameter has a value that this resource does not accept. Nothing is silently capped.",
            "Correct the value as the detail says."),
    INVALID_CURSOR(
            "Invalid cursor",
            "The cursor was cut, altered, made by another version, or made for other parameters.",
            "Follow the \"next\" link unchanged, or start over without a cursor."),
    MALFORMED_JSON(
            "Content is not JSON",
            "The request's content is empty, not UTF-8, or not exactly one JSON value (RFC 8259).",
            "Correct the content at the line and column that the detail names."),
    INVALID_CONTENT(
            "Invalid content",
            "The request's content is JSON but does not match what this resource accepts. Nothing has been written.",
            "Correct each place that \"errors\" points at."),
    INVALID_FILE(
            "The file cannot be used",
            "The file is of a known type, but empty, incomplete, damaged, or larger in pixels or time than this server takes. "
                    + "Nothing has been stored.",
            "Export the file again, smaller if the detail says so."),
    UNAUTHENTICATED(
            "Not authenticated",
            "The request has no valid key: the resource needs one, or the one that was sent is not valid.",
            "Send a valid key in the Authorization header. Public resources need none."),
    FORBIDDEN(
            "Not allowed",
            "The key is valid, but its scopes do not cover this operation.",
            "Use a key with the scope that the detail names."),
    NOT_FOUND(
            "Not found",
            "There is no public resource at this address.",
            "Check the address. \"/\" lists the entry points, and listings give the address of each item."),
    SEARCH_OFF(
            "Search is off",
            "This server has no index of articles, by its settings. All other resources respond.",
            "Read listings and tags instead. Waiting does not help."),
    METHOD_NOT_ALLOWED(
            "Method not allowed",
            "This resource does not support the request's method.",
            "Use one of the methods in the Allow header."),
    NOT_ACCEPTABLE(
            "Not acceptable",
            "This resource has no representation that the Accept header allows.",
            "Ask for application/json, or leave the Accept header out."),
    REQUEST_TIMEOUT(
            "Request too slow",
            "The head of the request, or its content, arrived too slowly, and the server stopped waiting for it.",
            "Send the request again over a faster connection, or send less at once."),
    CONFLICT(
            "Conflict",
            "The state of the resource does not allow the request, or another resource already has a "
                    + "value that must be unique.",
            "Read the resource again and do what the detail says is possible."),
    IDEMPOTENCY_KEY_IN_USE(
            "Idempotency key in use",
            "A request with the same Idempotency-Key is still being processed.",
            "Send the same request again after the number of seconds in the Retry-After header."),
    WITHDRAWN(
            "Withdrawn",
            "The newsroom has withdrawn this article. Its address stays gone unless the article is published again.",
            "Remove every copy. The member \"reason\" gives the class of reason: legal, error, rights or other."),
    CHANGES_GONE(
            "Changes are gone",
            "The position is so old that removals since may be missing, or the tags of the filter have other articles now.",
            "Make a new copy: ask for /v1/changes with the same filter, without the parameter \"after\", and remove what does "
                    + "not come."),
    FILE_WITHDRAWN(
            "File withdrawn",
            "The newsroom may no longer show this picture, film, sound or document: its rights have ended.",
            "Remove every copy."),
    PREVIEW_ENDED(
            "Preview ended",
            "The preview link has expired, or the newsroom has revoked it.",
            "Ask the sender of the link for a new one."),
    PRECONDITION_FAILED(
            "Changed since it was read",
            "The resource has changed since you read it: no ETag in If-Match is the current one.",
            "Read the resource again, merge your change into it, and send the result with the new ETag."),
    CONTENT_TOO_LARGE(
            "Content too large",
            "The request's content is larger than this resource accepts.",
            "Send less, or split the content into several requests."),
    URI_TOO_LONG("URL too long", "The URL is longer than the server accepts.", "Ask for fewer items at once."),
    UNSUPPORTED_MEDIA_TYPE(
            "Unsupported media type",
            "This resource does not accept the request's media type.",
            "Send a media type that the response names in Accept-Post, Accept-Patch or Accept."),
    RANGE_NOT_SATISFIABLE(
            "Range not satisfiable",
            "The range begins behind the end of the file.",
            "Ask for a range within the size that Content-Range names."),
    IDEMPOTENCY_KEY_REUSED(
            "Idempotency key reused",
            "This Idempotency-Key was sent before with a different method, address or content.",
            "Use a new key for a new request, and repeat a request unchanged."),
    PRECONDITION_REQUIRED(
            "Precondition required",
            "A write to an existing resource must name the version it is based on in If-Match, so "
                    + "that no other change is lost.",
            "Read the resource and send its ETag in If-Match."),
    TOO_MANY_REQUESTS(
            "Too many requests",
            "The client has sent more requests in a minute than one address or one key may. The "
                    + "RateLimit header gives the number that is left.",
            "Wait for the number of seconds in the Retry-After header. Send If-None-Match: a 304 is not counted."),
    HEADERS_TOO_LARGE(
            "Headers too large",
            "The request's headers are larger than the server accepts.",
            "Send fewer or shorter headers. Cookies are never needed."),
    INTERNAL_ERROR(
            "Internal error",
            "The server failed. The failure is logged with the trace id of the response.",
            "Try again later; report the trace id if the problem persists."),
    NOT_TRIED(
            "Not tried",
            "The batch ended before this operation began. Nothing of the operation has been written.",
            "Send the operations that were not tried in a new batch, with a new Idempotency-Key."),
    SEARCH_NOT_READY(
            "Search is not ready",
            "The index of this server is being built or repaired, or does not respond in time. All other resources respond.",
            "Try again after the number of seconds in the Retry-After header."),
    UNAVAILABLE(
            "Temporarily unavailable",
            "The server cannot respond right now, usually because its database does not respond.",
            "Try again after the number of seconds in the Retry-After header."),
    INSUFFICIENT_STORAGE(
            "No room for the file",
            "The store of files is full. Nothing has been stored.",
            "Tell the operators of this server; try again once there is room.");

    private final String title;
    private final String meaning;
    private final String remedy;

    ProblemType(String title, String meaning, String remedy) {
        this.title = title;
        this.meaning = meaning;
        this.remedy = remedy;
    }

    /**
     * The stable name in kebab case, such as {@code unknown-parameter}; also the last segment of the type's URL (RFC
     * 9457 §3.1.1).
     */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A short summary, the same for each occurrence (RFC 9457 §3.1.3). */
    public String title() {
        return title;
    }

    /** The meaning, in one or two sentences. */
    public String meaning() {
        return meaning;
    }

    /** The advice to the client, in one or two sentences. */
    public String remedy() {
        return remedy;
    }
}
