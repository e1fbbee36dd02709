package press.gazette.problem;

import java.util.Locale;

/**
 * Every kind of refusal and failure, with the text that its own page shows. The code never changes once released; adding
 * a constant here obliges {@code delivery.ProblemMapper} to name its status and docs/errors.md to explain it.
 */
public enum ProblemType {
    MALFORMED_REQUEST(
            "The request cannot be read",
            "The request line, a header or the encoding of the URL is not valid HTTP or not valid UTF-8.",
            "Send a well-formed request; percent-encode every reserved or non-ASCII character in the URL."),
    UNKNOWN_PARAMETER(
            "Unknown parameter",
            "The URL has a query parameter that this resource does not know. Nothing is silently ignored.",
            "Remove the parameter or use the name that the answer suggests."),
    REPEATED_PARAMETER(
            "Repeated parameter",
            "A query parameter that takes one value was given more than once.",
            "Send the parameter once."),
    INVALID_PARAMETER(
            "Invalid parameter",
            "A query parameter has a value that this resource does not accept. Nothing is silently capped.",
            "Correct the value as the answer says."),
    INVALID_CURSOR(
            "Invalid cursor",
            "The cursor was cut, altered, made by another version, or made for other parameters.",
            "Follow the \"next\" link as it was given, or start over without a cursor."),
    MALFORMED_JSON(
            "Content that is not JSON",
            "The request's content is empty, not UTF-8, or not one JSON value (RFC 8259) from its beginning to its end.",
            "Correct the content at the line and column that the answer names."),
    INVALID_CONTENT(
            "Invalid content",
            "The request's content is JSON but not what this resource accepts. Nothing of it has been written.",
            "Correct each place that \"errors\" points at."),
    UNAUTHENTICATED(
            "Not authenticated",
            "This resource needs a key, and the request has none that is valid.",
            "Send a valid key in the Authorization header."),
    FORBIDDEN(
            "Not allowed",
            "The key is valid but its scopes do not cover this operation.",
            "Use a key with the scope that the operation names."),
    NOT_FOUND(
            "Not found",
            "Nothing public is at this address.",
            "Check the address; \"/\" lists the ways in, and listings give the address of each item."),
    METHOD_NOT_ALLOWED(
            "Method not allowed",
            "This resource does not have the request's method.",
            "Use one of the methods in the Allow header."),
    NOT_ACCEPTABLE(
            "Not acceptable",
            "This resource has no representation that the Accept header allows.",
            "Ask for application/json, or leave the Accept header out."),
    REQUEST_TIMEOUT(
            "Request too slow",
            "The head of the request, or its content, came so slowly that the server has stopped waiting for it.",
            "Send it again over a faster connection, or less of it at once."),
    CONFLICT(
            "Conflict",
            "The thing is in a state that does not allow the request, or another thing has what must be unique.",
            "Read the thing again and do what the answer says is possible."),
    IDEMPOTENCY_KEY_IN_USE(
            "Idempotency key in use",
            "A request with the same Idempotency-Key is still being worked on.",
            "Send the same request again after the seconds in the Retry-After header."),
    WITHDRAWN(
            "Withdrawn",
            "The newsroom has taken this article away. It will not be at this address again unless it is republished.",
            "Remove every copy. The member \"reason\" tells the class of reason: legal, error, rights or other."),
    PREVIEW_ENDED(
            "Preview ended",
            "The link was good for a time that is over, or the newsroom has revoked it.",
            "Ask whoever sent the link for a new one."),
    PRECONDITION_FAILED(
            "Changed since it was read",
            "None of the ETags in If-Match is that of the thing as it is now: somebody else has changed it meanwhile.",
            "Read the thing again, merge your change into it, and send that with its new ETag."),
    CONTENT_TOO_LARGE(
            "Content too large",
            "The request's content is larger than this resource accepts.",
            "Send less, or in several requests."),
    URI_TOO_LONG("URL too long", "The URL is longer than the server accepts.", "Ask for fewer things at once."),
    UNSUPPORTED_MEDIA_TYPE(
            "Unsupported media type",
            "This resource does not read the request's media type.",
            "Send the media type that the resource's description names."),
    IDEMPOTENCY_KEY_REUSED(
            "Idempotency key reused",
            "The Idempotency-Key was sent before with another request: another method, address or content.",
            "Use a new key for a new request, and repeat a request exactly as it was."),
    PRECONDITION_REQUIRED(
            "Precondition required",
            "Whoever writes to an existing thing says in If-Match which version was read, so that nobody's work is lost.",
            "Read the thing and send its ETag in If-Match."),
    TOO_MANY_REQUESTS(
            "Too many requests",
            "The client has sent more requests in a minute than one address or one key may. The header RateLimit tells what is left.",
            "Wait for the seconds in the Retry-After header. Ask with If-None-Match: a 304 is not counted."),
    HEADERS_TOO_LARGE(
            "Headers too large",
            "The request's headers are larger than the server accepts.",
            "Send fewer or shorter headers; cookies are never needed."),
    INTERNAL_ERROR(
            "Internal error",
            "Something failed in the server. It has been logged with the trace id of the answer.",
            "Try again later; report the trace id if it stays."),
    NOT_TRIED(
            "Not tried",
            "A batch ended before this operation was begun. Nothing of it has been written.",
            "Send the operations that were not tried in another batch, with another Idempotency-Key."),
    UNAVAILABLE(
            "Temporarily unavailable",
            "The server cannot answer right now, usually because its database does not.",
            "Try again after the seconds in the Retry-After header.");

    private final String title;
    private final String meaning;
    private final String remedy;

    ProblemType(String title, String meaning, String remedy) {
        this.title = title;
        this.meaning = meaning;
        this.remedy = remedy;
    }

    /** The stable name in kebab case, such as {@code unknown-parameter}; also the last segment of the type's URL. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A short summary that does not change from occurrence to occurrence (RFC 9457 §3.1.3). */
    public String title() {
        return title;
    }

    /** What it means, in a sentence or two. */
    public String meaning() {
        return meaning;
    }

    /** What a client should do about it. */
    public String remedy() {
        return remedy;
    }
}
