package press.gazette.article.listing;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import press.gazette.address.Id;
import press.gazette.article.reading.ArticleItem;
import press.gazette.article.reading.Detail;
import press.gazette.article.reading.ItemRow;
import press.gazette.paging.Limit;
import press.gazette.paging.Listing;
import press.gazette.problem.Problem;

/**
 * Articles by id in the order of the request, such as a reader's bookmarks.
 *
 * @param ids each once
 */
record ArticleBatch(List<UUID> ids, Detail detail) {

    private static final String PARAMETER = "ids";

    /** Reads the parameters and rejects bad ones, without the database. */
    static ArticleBatch parse(String ids, FilterParameters filters, ArticleParameters parameters) {
        if (!filters.isEmpty() || parameters.isPartOfAListing()) {
            throw refused("The parameter ids combines with fields, include and body only.");
        }
        Detail detail = parameters.detail();
        String[] texts = ids.split(",", -1);
        int most = detail.showsBody() ? Detail.MOST_WITH_BODY : Limit.MOST;
        if (texts.length > most) {
            throw refused("At most " + most + " ids are allowed in a request; with bodies at most "
                    + Detail.MOST_WITH_BODY + ".");
        }
        List<UUID> parsed = Stream.of(texts).map(ArticleBatch::id).toList();
        if (new HashSet<>(parsed).size() < parsed.size()) {
            throw refused("An id is listed twice.");
        }
        return new ArticleBatch(parsed, detail);
    }

    /** Reads the articles with one statement and those of {@link ArticleItem#of}. */
    Listing<ArticleItem> read(Instant now) {
        Map<UUID, ItemRow> rows = ItemRow.visible(ids, detail, now);
        List<ItemRow> found =
                ids.stream().map(rows::get).filter(Objects::nonNull).toList();
        List<String> missing = ids.stream()
                .filter(id -> !rows.containsKey(id))
                .map(UUID::toString)
                .toList();
        return Listing.batch(ArticleItem.of(found, detail, now), missing);
    }

    private static UUID id(String text) {
        return Id.of(text)
                .map(Id::value)
                .orElseThrow(() -> refused("The ids are UUIDs in lower case, separated by commas."));
    }

    private static Problem refused(String detail) {
        return Problem.invalidParameter(PARAMETER, detail);
    }
}
