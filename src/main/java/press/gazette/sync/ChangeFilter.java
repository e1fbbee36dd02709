package press.gazette.sync;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import press.gazette.article.listing.ArticleFilter;
import press.gazette.change.Change;
import press.gazette.paging.ListingAddress;
import press.gazette.problem.ParameterValue;
import press.gazette.problem.Problem;

/**
 * The changes that a client asks for.
 *
 * @param address of the pages, to which positions are bound
 * @param articles narrows articles only
 */
record ChangeFilter(ListingAddress address, Set<ItemType> types, Set<Change.Kind> kinds, ArticleFilter articles) {

    static final String PATH = "/v1/changes";

    /** Reads the parameters and rejects bad ones, without the database. */
    static ChangeFilter parse(ChangesParameters parameters) {
        Set<ItemType> types = words("types", parameters.types(), ItemType.class, type -> type.word);
        Set<Change.Kind> kinds = words("kinds", parameters.kinds(), Change.Kind.class, Change.Kind::word);
        ArticleFilter articles = ArticleFilter.parse(parameters.ofArticles());
        articles.checkDescendants(null);
        ListingAddress address = articles.on(
                ListingAddress.of(PATH).with("types", parameters.types()).with("kinds", parameters.kinds()),
                parameters.ofArticles());
        return new ChangeFilter(address, types, kinds, articles);
    }

    private static <E extends Enum<E>> Set<E> words(
            String parameter, @Nullable String text, Class<E> type, Function<E, String> word) {
        if (text == null) {
            return EnumSet.allOf(type);
        }
        Set<E> words = EnumSet.noneOf(type);
        for (String each : text.split(",", -1)) {
            if (!words.add(ParameterValue.parse(parameter, each, type.getEnumConstants(), word))) {
                throw Problem.invalidParameter(parameter, "At " + parameter + ": \"" + each + "\" is listed twice.");
            }
        }
        return words;
    }

    /** Looks up the tags of the filter, with at most one statement; rejects unknown ones. */
    TagCondition tags() {
        return articles.tagLookup()
                .map(found -> TagCondition.of(articles, found))
                .orElse(TagCondition.NONE);
    }

    /**
     * The kind of a change as this client sees it; empty: not at all. An article that does not match the tags is deleted
     * if it may have matched before, since its change names all tags that it has lost.
     *
     * @param copied the end of the ledger when the client's copy began: it holds nothing that was removed before
     */
    Optional<Change.Kind> shown(ChangeRow row, TagCondition tags, long copied) {
        return ItemType.of(row.subject())
                .filter(types::contains)
                .filter(type -> !row.isReplaced() || isLeaving(row))
                .flatMap(type -> kind(row, type, tags))
                .filter(kind -> !kind.isRemoval() || row.seq() > copied)
                .filter(kinds::contains);
    }

    /**
     * True for a removal whose article may come back with other tags: no change names those that it loses while readers do not
     * see it.
     */
    private boolean isLeaving(ChangeRow row) {
        return row.kind().isRemoval() && narrowsArticles();
    }

    private static Optional<Change.Kind> kind(ChangeRow row, ItemType type, TagCondition tags) {
        if (row.kind().isRemoval()) {
            return Optional.of(row.kind());
        }
        if (!row.isVisible()) {
            // Its removal follows in the ledger.
            return Optional.empty();
        }
        if (type != ItemType.ARTICLE || tags.matches(row.tags())) {
            return Optional.of(row.kind());
        }
        return tags.isNamedBy(row.touched()) ? Optional.of(Change.Kind.DELETED) : Optional.empty();
    }

    /** True if the tags of articles must be read. */
    boolean narrowsArticles() {
        return Stream.of(articles.tags(), articles.section()).anyMatch(each -> each != null);
    }
}
