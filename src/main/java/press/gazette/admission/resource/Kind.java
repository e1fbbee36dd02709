package press.gazette.admission.resource;

/**
 * The kinds of resources. Each question is a switch without a default: a new kind does not compile before each has an
 * answer.
 */
public enum Kind {
    /** JSON of the public API, made from the database. */
    PUBLIC,
    /** The same for results of a search, whose parameters have other defaults than those of listings. */
    RESULTS,
    /** A document for everybody in the format that its address names, made from the database: feeds and sitemaps. */
    DOCUMENT,
    /** A page of the reader site whose head is made from the database. */
    PAGE,
    /** A text that changes only with a release. */
    TEXT,
    /** A style sheet, script or picture that changes only with a release. */
    FILE,
    /** A file of the newsroom, such as a film: sent from the store at the rate of its client. */
    MEDIA,
    /** Events as they come, over a connection that stays open. */
    STREAM,
    /** An unpublished article, for those who have its link. */
    PREVIEW,
    /** The desk API, for tools with a key: never cached, never queued, closed to pages of other sites. */
    DESK;

    /** True if responses are the same for everybody and may be cached until the ledger invalidates them. */
    public boolean isCached() {
        return switch (this) {
            case PUBLIC, RESULTS, DOCUMENT, PAGE -> true;
            case TEXT, FILE, MEDIA, STREAM, PREVIEW, DESK -> false;
        };
    }

    /** True if a response may have more for a caller with a key than for everybody. */
    public boolean isEntitled() {
        return switch (this) {
            case PUBLIC, RESULTS, DOCUMENT, STREAM -> true;
            case PAGE, TEXT, FILE, MEDIA, PREVIEW, DESK -> false;
        };
    }

    /** True if a cached response is for clients that accept JSON only. The others have the format of their address. */
    public boolean isNegotiated() {
        return switch (this) {
            case PUBLIC, RESULTS -> true;
            case DOCUMENT, PAGE, TEXT, FILE, MEDIA, STREAM, PREVIEW, DESK -> false;
        };
    }

    /** True if the listings of this kind share the defaults of their parameters. */
    public boolean hasDefaults() {
        return switch (this) {
            case PUBLIC -> true;
            case RESULTS, DOCUMENT, PAGE, TEXT, FILE, MEDIA, STREAM, PREVIEW, DESK -> false;
        };
    }

    /** True if a response needs the database, and hence a deadline. */
    public boolean needsDatabase() {
        return switch (this) {
            case PUBLIC, RESULTS, DOCUMENT, PAGE, MEDIA, STREAM, PREVIEW, DESK -> true;
            case TEXT, FILE -> false;
        };
    }

    /** True if the resource itself tells people that the database is lost. For all others the deadline responds 503. */
    public boolean explainsLoss() {
        return switch (this) {
            case PAGE -> true;
            case PUBLIC, RESULTS, DOCUMENT, TEXT, FILE, MEDIA, STREAM, PREVIEW, DESK -> false;
        };
    }

    /** True if the client sets the time of a response: it counts as a reader at work until its head is written. */
    public boolean isAtRateOfClient() {
        return switch (this) {
            case MEDIA, STREAM -> true;
            case PUBLIC, RESULTS, DOCUMENT, PAGE, TEXT, FILE, PREVIEW, DESK -> false;
        };
    }
}
