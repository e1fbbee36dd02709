package press.gazette.curation.reading;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import press.gazette.address.Ref;
import press.gazette.article.ArticleRef;
import press.gazette.article.reading.Detail;
import press.gazette.curation.resolver.ListResolver;
import press.gazette.curation.resolver.LiveRevisions;
import press.gazette.delivery.Fields;
import press.gazette.problem.Problem;

/**
 * The parts of lists that a response shows.
 *
 * @param excluded articles to leave out, each once
 * @param fields of the items
 */
record ListDetail(List<Ref> excluded, Fields fields) {

    /** More than the articles of a page that surround its lists. */
    static final int MOST_EXCLUDED = 20;

    private static final String EXCLUDE = "exclude";

    /** Reads the parameters and rejects bad ones, without the database. */
    static ListDetail parse(ListParameters parameters) {
        return new ListDetail(excluded(parameters.exclude()), Fields.parse(parameters.fields(), ListItem.class));
    }

    private static List<Ref> excluded(@Nullable String text) {
        if (text == null) {
            return List.of();
        }
        String[] texts = text.split(",", -1);
        if (texts.length > MOST_EXCLUDED) {
            throw refused("At most " + MOST_EXCLUDED + " articles can be excluded in a request.");
        }
        List<Ref> refs = Stream.of(texts)
                .map(each -> Ref.of(each)
                        .orElseThrow(() -> refused("The parameter exclude takes slugs or ids of articles.")))
                .toList();
        if (new HashSet<>(refs).size() < refs.size()) {
            throw refused("An article is listed twice.");
        }
        return refs;
    }

    /** The views of the placed lists, without the excluded articles. Slugs cost one more statement. */
    List<ListView> lists(LiveRevisions revisions, Instant now) {
        Set<UUID> ids = new HashSet<>(Ref.ids(excluded));
        ids.addAll(ArticleRef.bySlugs(Ref.slugs(excluded)));
        return ListViews.of(ListResolver.resolve(revisions.without(ids), now, false), detail(), now);
    }

    /** The parts of the articles: tags that no field shows are not read. */
    private Detail detail() {
        return Detail.ofCards(fields.of("article"));
    }

    /** The selection for a list. */
    Fields ofList() {
        return fields.below("items", ListView.class);
    }

    /** The selection for a page of lists. */
    Fields ofPage() {
        return ofList().below("lists", PageView.class);
    }

    private static Problem refused(String detail) {
        return Problem.invalidParameter(EXCLUDE, detail);
    }
}
