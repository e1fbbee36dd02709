package press.gazette.newsroom;

/** The sample newsroom by name. */
public final class Newsroom {

    /** A person, with articles, a parentless tag, an alias and a picture. */
    public static final String PUTIN = "putin";

    /** An old slug of {@link #PUTIN}. */
    public static final String PUTIN_FORMERLY = "vladimir-putin";

    /** A place below another place. */
    public static final String RUSSIA = "russia";

    public static final String EUROPE = "europe";

    /** The article that has everything: picture, quotes, subheads, correction, related articles, a former slug. */
    public static final String GAS_CONTRACT = "gas-contract-averil";

    /** The slug that {@link #GAS_CONTRACT} had before. */
    public static final String GAS_CONTRACT_FORMERLY = "averil-gas-contract";

    public static final String DRAFT_STORY = "harbour-masterplan-draft";
    public static final String SCHEDULED_STORY = "interview-mayor-scheduled";
    public static final String EMBARGOED_STORY = "port-audit-embargoed";
    public static final String EXPIRED_STORY = "storm-warning-expired";
    public static final String WITHDRAWN_STORY = "ferry-report-withdrawn";

    public static final String LATEST_POSTS = "latest-posts";
    public static final String EDITORS_PICKS = "editors-picks";
    public static final String HOME = "home";

    /** What readers see of it. */
    public static final int PUBLIC_ARTICLES = 46;

    private Newsroom() {}
}
