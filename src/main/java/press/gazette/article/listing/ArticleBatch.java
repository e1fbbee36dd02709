package press.gazette.article.listing;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import press.gazette.address.Ref;
import press.gazette.article.reading.ArticleItem;
import press.gazette.article.reading.ItemRow;
import press.gazette.article.reading.Showing;
import press.gazette.delivery.Listing;
import press.gazette.paging.Limit;
import press.gazette.problem.Problem;

/**
 * Certain articles in a certain order, as a client asks for what it has bookmarked.
 *
 * @param ids each once
 */
record ArticleBatch(List<UUID> ids, Showing showing) {

    private static final String PARAMETER = "ids";

    /** Reads the parameters; refuses before anything is asked of the database. */
    static ArticleBatch parse(String ids, ArticleParameters parameters) {
        Stream.of(
                        parameters.tags(),
                        parameters.section(),
                        parameters.contributor(),
                        parameters.type(),
                        parameters.language(),
                        parameters.from(),
                        parameters.to(),
                        parameters.updatedSince(),
                        parameters.descendants(),
                        parameters.order(),
                        parameters.count(),
                        parameters.limit(),
                        parameters.cursor())
                .filter(Objects::nonNull)
                .findAny()
                .ifPresent(other -> {
                    throw refused("The parameter ids goes with fields, include and body only.");
                });
        Showing showing = parameters.showing();
        String[] texts = ids.split(",", -1);
        int most = showing.showsBody() ? Showing.MOST_WITH_BODY : Limit.MOST;
        if (texts.length > most) {
            throw refused("At most " + most + " ids can be asked for at once; with bodies at most "
                    + Showing.MOST_WITH_BODY + ".");
        }
        List<UUID> parsed = Stream.of(texts).map(ArticleBatch::id).toList();
        if (new HashSet<>(parsed).size() < parsed.size()) {
            throw refused("An id is given twice.");
        }
        return new ArticleBatch(parsed, showing);
    }

    /** One statement and those of {@link ArticleItem#of}. */
    Listing<ArticleItem> read(Instant now) {
        Map<UUID, ItemRow> rows = ItemRow.visible(ids, showing, now);
        List<ItemRow> found =
                ids.stream().map(rows::get).filter(Objects::nonNull).toList();
        List<String> missing = ids.stream()
                .filter(id -> !rows.containsKey(id))
                .map(UUID::toString)
                .toList();
        return Listing.batch(ArticleItem.of(found, showing, now), missing);
    }

    private static UUID id(String text) {
        return Ref.of(text)
                .map(Ref::id)
                .orElseThrow(() -> refused("The ids are UUIDs in lower case, separated by commas."));
    }

    private static Problem refused(String detail) {
        return Problem.invalidParameter(PARAMETER, detail);
    }
}
