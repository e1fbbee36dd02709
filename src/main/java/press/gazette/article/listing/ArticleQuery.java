package press.gazette.article.listing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import press.gazette.address.Ref;
import press.gazette.article.reading.ArticleItem;
import press.gazette.article.reading.Detail;
import press.gazette.article.reading.ItemRow;
import press.gazette.change.Subject;
import press.gazette.delivery.Dated;
import press.gazette.paging.DatedKey;
import press.gazette.paging.Limit;
import press.gazette.paging.ListingAddress;
import press.gazette.paging.Page;
import press.gazette.paging.Total;
import press.gazette.problem.Problem;
import press.gazette.tag.TagAddress;
import press.gazette.tag.TagLookup;

/**
 * A listing of public articles.
 *
 * @param address of the listing, to which its cursors are bound
 * @param tag the tag in the path; absent: the listing of all articles
 * @param after the key behind which the page starts; absent: the beginning
 * @param detail the parts of each article to show
 * @param counted true if the whole listing is counted with the page
 */
record ArticleQuery(
        ListingAddress address,
        @Nullable Ref tag,
        ArticleFilter filter,
        Order order,
        Limit limit,
        @Nullable DatedKey after,
        Detail detail,
        boolean counted) {

    /** The listing of all articles. Rejects bad parameters without the database. */
    static ArticleQuery all(FilterParameters filters, ArticleParameters parameters) {
        return parse(ListingAddress.of("/v1/articles"), null, filters, parameters);
    }

    /** The listing of one tag. Rejects bad parameters without the database. */
    static ArticleQuery ofTag(String ref, FilterParameters filters, ArticleParameters parameters) {
        if (parameters.ids() != null) {
            throw Problem.invalidParameter("ids", "The parameter ids belongs to /v1/articles.");
        }
        return parse(ListingAddress.of("/v1/tags/" + ref + "/articles"), Ref.parse(ref, "tag"), filters, parameters);
    }

    private static ArticleQuery parse(
            ListingAddress listing, @Nullable Ref tag, FilterParameters filters, ArticleParameters parameters) {
        ArticleFilter filter = ArticleFilter.parse(filters);
        Order order = Order.parse(parameters.order());
        Limit limit = Limit.parse(parameters.limit());
        Detail detail = parameters.detail();
        boolean counted = Total.isRequested(parameters.count());
        if (detail.showsBody() && limit.value() > Detail.MOST_WITH_BODY) {
            throw Problem.invalidParameter("limit", "With bodies the limit is at most " + Detail.MOST_WITH_BODY + ".");
        }
        filter.checkDescendants(tag);
        ListingAddress address = parameters.shape(
                filter.on(listing, filters).with("order", order == Order.NEWEST ? null : order.word()));
        return new ArticleQuery(
                address, tag, filter, order, limit, DatedKey.parse(parameters.cursor(), address), detail, counted);
    }

    /** Reads one page: one statement, one more for tags, one more to count, and those of {@link ArticleItem#of}. */
    Dated<Page<ArticleItem>> page(Instant now) {
        List<Ref> refs =
                expression().stream().flatMap(TagExpression::refs).distinct().toList();
        if (refs.isEmpty()) {
            return ofAll(now);
        }
        TagLookup found = TagLookup.of(refs, filter.withDescendants());
        check(refs, found);
        Map<Ref, Set<UUID>> ids = found.tags().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().meant()));
        return new Dated<>(page(ids, now), found.position(), groups(ids));
    }

    /** The rows carry the end of the ledger; for an empty page it is read first. */
    private Dated<Page<ArticleItem>> ofAll(Instant now) {
        List<Subject> groups = detail.groups(Subject.ARTICLES);
        List<ItemRow> rows = new ArticleStatement(this, Map.of(), now).rows();
        return rows.isEmpty()
                ? Dated.head(() -> page(Map.of(), now), page -> groups)
                : new Dated<>(
                        page(rows, Map.of(), now), rows.get(0).card().mark().position(), groups);
    }

    /**
     * The cache groups of the listing. An article that enters or leaves a listing of tags alone carries one of them before or
     * after; a listing that excludes tags or includes descendants depends on all articles.
     */
    private List<Subject> groups(Map<Ref, Set<UUID>> tags) {
        boolean ofTagsAlone = !filter.withDescendants()
                && expression().map(TagExpression::isPositive).orElse(false);
        return detail.groups(
                ofTagsAlone
                        ? tags.values().stream()
                                .flatMap(Set::stream)
                                .map(Subject::tag)
                                .toArray(Subject[]::new)
                        : new Subject[] {Subject.ARTICLES});
    }

    private Page<ArticleItem> page(Map<Ref, Set<UUID>> tags, Instant now) {
        return page(new ArticleStatement(this, tags, now).rows(), tags, now);
    }

    private Page<ArticleItem> page(List<ItemRow> rows, Map<Ref, Set<UUID>> tags, Instant now) {
        Page<ItemRow> page = Page.of(
                rows,
                limit,
                row -> new DatedKey(order.key(row.card()), row.card().id()).cursor());
        Page<ArticleItem> items = page.with(ArticleItem.of(page.items(), detail, now));
        return counted ? items.of(Total.counted(new ArticleStatement(fromTheStart(), tags, now).count())) : items;
    }

    private ArticleQuery fromTheStart() {
        return new ArticleQuery(address, tag, filter, order, limit, null, detail, counted);
    }

    /** All conditions on tags; empty: none. */
    Optional<TagExpression> expression() {
        return filter.expression(tag);
    }

    /** Rejects unknown tags: with 404 or a redirect for the tag in the path, with 400 for one in a parameter. */
    private void check(List<Ref> refs, TagLookup found) {
        if (tag != null && isElsewhere(tag, found)) {
            TagAddress.read(tag, "/articles");
        }
        filter.check(refs, found);
    }

    private static boolean isElsewhere(Ref ref, TagLookup found) {
        TagLookup.Found tag = found.tags().get(ref);
        return tag == null || !ref.either(tag.id()::equals, tag.slug()::equals);
    }
}
