package press.gazette.newsroom;

/** Names in the sample newsroom. */
public final class Newsroom {

    /** A person with articles, an alias and a picture, and without parents. */
    public static final String PUTIN = "putin";

    /** The former slug of {@link #PUTIN}. */
    public static final String PUTIN_FORMERLY = "vladimir-putin";

    /** A place below another place. */
    public static final String RUSSIA = "russia";

    public static final String EUROPE = "europe";

    /** The newsroom's city. */
    public static final String AVERIL = "averil";

    /** A section. */
    public static final String WORLD = "world";

    /** The article with everything: picture, quotes, subheads, correction, related articles, a former slug. */
    public static final String GAS_CONTRACT = "gas-contract-averil";

    /** The former slug of {@link #GAS_CONTRACT}. */
    public static final String GAS_CONTRACT_FORMERLY = "averil-gas-contract";

    /** A live blog with a correction and related articles. */
    public static final String COUNCIL_BUDGET = "council-budget-night";

    public static final String DRAFT_STORY = "harbour-masterplan-draft";
    public static final String SCHEDULED_STORY = "interview-mayor-scheduled";
    public static final String EMBARGOED_STORY = "port-audit-embargoed";
    public static final String EXPIRED_STORY = "storm-warning-expired";
    public static final String WITHDRAWN_STORY = "ferry-report-withdrawn";

    /** Public articles that tests of lists place. */
    public static final String NIGHT_TRAMS = "night-trams-return";

    public static final String CLOCK_KEEPER = "keeper-of-the-clocks";
    public static final String PUTIN_SPEECHES = "reading-putin-speeches";
    public static final String KINO_SAVED = "kino-meridian-saved";
    public static final String SALT_HOURS = "salt-hours-review";
    public static final String RING_RACE = "dunmore-wins-ring-race";
    public static final String FOGHORN = "keep-the-foghorn";

    /** An article with sound. */
    public static final String OPERA = "opera-in-dry-dock";

    /** An article that {@link #KINO_SAVED} links to. */
    public static final String HARBOUR_FLATS = "harbour-flats-vote";

    /** A long analysis. */
    public static final String PUTIN_YEARS = "putin-years-in-office";

    public static final String LATEST_POSTS = "latest-posts";
    public static final String EDITORS_PICKS = "editors-picks";
    public static final String MOST_DEBATED = "most-debated";
    public static final String WORLD_NEWS = "world-news";
    public static final String HOME = "home";

    /** An article with a translation. */
    public static final String SATURDAY_SCHOOL = "kyiv-saturday-school";

    /** The translation of {@link #SATURDAY_SCHOOL} into Ukrainian. */
    public static final String SATURDAY_SCHOOL_IN_UKRAINIAN = "shkola-na-suboty";

    /** An article of the type page. */
    public static final String IMPRINT = "imprint";

    /** The number of public articles in listings. */
    public static final int PUBLIC_ARTICLES = 50;

    private Newsroom() {}
}
