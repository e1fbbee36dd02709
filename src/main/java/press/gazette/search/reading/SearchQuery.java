package press.gazette.search.reading;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import press.gazette.address.Ref;
import press.gazette.article.draft.ArticleType;
import press.gazette.article.listing.ArticleFilter;
import press.gazette.article.listing.FilterParameters;
import press.gazette.article.reading.Detail;
import press.gazette.delivery.Fields;
import press.gazette.paging.Limit;
import press.gazette.paging.ListingAddress;
import press.gazette.paging.Total;
import press.gazette.problem.ParameterValue;
import press.gazette.problem.Problem;
import press.gazette.search.query.Facet;
import press.gazette.search.query.Hit;
import press.gazette.search.query.IndexQuery;
import press.gazette.search.query.Match;
import press.gazette.search.query.Question;
import press.gazette.search.query.SearchOrder;
import press.gazette.tag.TagLookup;

/**
 * A search as a reader asks for it.
 *
 * @param address of the search, to which its cursors are bound
 * @param after the hit behind which the page starts; absent: the beginning
 * @param detail the parts of each article to show
 * @param highlighted true if the words found are shown
 */
record SearchQuery(
        ListingAddress address,
        Question question,
        Match match,
        boolean typos,
        ArticleFilter filter,
        SearchOrder order,
        Limit limit,
        @Nullable Hit after,
        Detail detail,
        boolean highlighted,
        Set<Facet> facets,
        boolean counted) {

    static final String PATH = "/v1/search";

    /** Hits to read besides those of the page: the database rejects articles that were withdrawn since the index was refreshed. */
    static final int SPARE_HITS = 10;

    /** Reads the parameters and rejects bad ones, without the database. */
    static SearchQuery parse(SearchParameters parameters, FilterParameters filters) {
        Question question = parameters.question();
        Match match = match(parameters.match());
        boolean typos = typos(parameters.typos());
        ArticleFilter filter = ArticleFilter.parse(filters);
        filter.checkDescendants(null);
        SearchOrder order = order(parameters.order());
        Limit limit = Limit.parse(parameters.limit());
        boolean highlighted = ParameterValue.flag("highlight", parameters.highlight());
        Detail detail = detail(parameters, highlighted);
        Set<Facet> facets = facets(parameters);
        boolean counted = Total.isRequested(parameters.count());
        ListingAddress address = filter.on(ListingAddress.of(PATH).with("q", parameters.q()), filters)
                .with("match", match == Match.WORDS ? null : match.word)
                .with("typos", typos ? null : "none")
                .with("order", order == SearchOrder.RELEVANCE ? null : order.word)
                .detail("fields", parameters.fields())
                .detail("include", parameters.include())
                .detail("highlight", highlighted ? "true" : null)
                .detail("count", parameters.count());
        return new SearchQuery(
                address,
                question,
                match,
                typos,
                filter,
                order,
                limit,
                HitCursor.parse(parameters.cursor(), address),
                detail,
                highlighted,
                facets,
                counted);
    }

    /** The first request to the index: up to one hit more than the page shows, and {@link #SPARE_HITS}. */
    IndexQuery first(Map<Ref, TagLookup.Found> tags, Instant now) {
        return new IndexQuery(
                question,
                match,
                typos,
                new TagConditions(tags).of(filter),
                order,
                now,
                after,
                limit.plusOne() + SPARE_HITS,
                facets,
                counted);
    }

    /** The parts of each article to read: with highlights, its body too. */
    Detail read() {
        return highlighted ? detail.withText() : detail;
    }

    /** True if articles of this type are found. */
    boolean finds(ArticleType type) {
        return filter.type() == null ? type.isListed() : filter.type() == type;
    }

    private static Match match(@Nullable String text) {
        return text == null ? Match.WORDS : ParameterValue.parse("match", text, Match.values(), match -> match.word);
    }

    private static SearchOrder order(@Nullable String text) {
        return text == null
                ? SearchOrder.RELEVANCE
                : ParameterValue.parse("order", text, SearchOrder.values(), order -> order.word);
    }

    private static boolean typos(@Nullable String text) {
        if (text == null || text.equals("auto")) {
            return true;
        }
        if (text.equals("none")) {
            return false;
        }
        throw Problem.invalidParameter("typos", "The typos must be one of auto, none.");
    }

    private static Detail detail(SearchParameters parameters, boolean highlighted) {
        Fields fields = Fields.parse(parameters.fields(), FoundArticle.class);
        if (!fields.areAll() && fields.have("highlights") && !highlighted) {
            throw Problem.invalidParameter("fields", "The field \"highlights\" needs highlight=true.");
        }
        if (highlighted && !fields.have("highlights")) {
            throw Problem.invalidParameter("fields", "The parameter highlight=true needs the field \"highlights\".");
        }
        return Detail.ofItems(fields, parameters.include());
    }

    private static Set<Facet> facets(SearchParameters parameters) {
        Set<Facet> facets = EnumSet.noneOf(Facet.class);
        if (parameters.facets() == null) {
            return facets;
        }
        if (parameters.cursor() != null) {
            throw Problem.invalidParameter("facets", "The facets come with the first page only: leave out the cursor.");
        }
        for (String word : parameters.facets().split(",", -1)) {
            if (!facets.add(ParameterValue.parse("facets", word, Facet.values(), facet -> facet.word))) {
                throw Problem.invalidParameter("facets", "The facet \"" + word + "\" is named twice.");
            }
        }
        return facets;
    }
}
