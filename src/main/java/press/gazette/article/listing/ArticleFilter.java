package press.gazette.article.listing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import press.gazette.address.Ref;
import press.gazette.article.ArticleType;
import press.gazette.article.Language;
import press.gazette.paging.ListingAddress;
import press.gazette.problem.Problem;
import press.gazette.problem.Word;
import press.gazette.time.Timestamp;

/**
 * Which articles a listing holds. What is absent does not narrow it.
 *
 * @param tags how their tags must fit
 * @param section one of their sections
 * @param contributor one of their contributors
 * @param language exactly as the articles have it
 * @param from published then or later
 * @param to published before
 * @param updatedSince significantly edited then or later, or begun to be seen
 * @param withDescendants whether each tag stands for those below it too
 */
record ArticleFilter(
        @Nullable TagExpression tags,
        @Nullable Ref section,
        @Nullable Ref contributor,
        @Nullable ArticleType type,
        @Nullable String language,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Instant updatedSince,
        boolean withDescendants) {

    /** Reads the parameters; refuses before anything is asked of the database. */
    static ArticleFilter parse(ArticleParameters parameters) {
        ArticleFilter filter = new ArticleFilter(
                parameters.tags() == null ? null : TagExpression.parse(parameters.tags()),
                ref("section", parameters.section()),
                ref("contributor", parameters.contributor()),
                type(parameters.type()),
                language(parameters.language()),
                time("from", parameters.from()),
                time("to", parameters.to()),
                time("updatedSince", parameters.updatedSince()),
                Word.flag("descendants", parameters.descendants()));
        if (filter.from != null && filter.to != null && !filter.from.isBefore(filter.to)) {
            throw Problem.invalidParameter("to", "The time in to is later than the one in from.");
        }
        return filter;
    }

    /** The filter as part of the listing's address, in one order and form whatever the client wrote. */
    ListingAddress on(ListingAddress address, ArticleParameters parameters) {
        return address.with("tags", parameters.tags())
                .with("section", parameters.section())
                .with("contributor", parameters.contributor())
                .with("type", parameters.type())
                .with("language", parameters.language())
                .with("from", from == null ? null : from.toString())
                .with("to", to == null ? null : to.toString())
                .with("updatedSince", updatedSince == null ? null : updatedSince.toString())
                .with("descendants", withDescendants ? "true" : null);
    }

    /** All that is asked of tags, in one expression; empty: nothing. */
    Optional<TagExpression> expression(@Nullable Ref alsoTagged) {
        List<TagExpression> all = Stream.of(
                        Optional.ofNullable(alsoTagged).<TagExpression>map(TagExpression.One::new),
                        Optional.ofNullable(section).<TagExpression>map(TagExpression.One::new),
                        Optional.ofNullable(contributor).<TagExpression>map(TagExpression.One::new),
                        Optional.ofNullable(tags))
                .flatMap(Optional::stream)
                .toList();
        return switch (all.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(all.get(0));
            default -> Optional.of(new TagExpression.All(all));
        };
    }

    private static @Nullable Ref ref(String name, @Nullable String text) {
        return text == null
                ? null
                : Ref.of(text)
                        .orElseThrow(() -> Problem.invalidParameter(name, "The " + name + " is a tag's slug or id."));
    }

    private static @Nullable ArticleType type(@Nullable String text) {
        return text == null ? null : Word.parse("type", text, ArticleType.values(), type -> type.word);
    }

    private static @Nullable String language(@Nullable String text) {
        if (text != null && !Language.isValid(text)) {
            throw Problem.invalidParameter("language", Language.EXPECTED);
        }
        return text;
    }

    /** A date is its midnight in UTC. */
    private static @Nullable Instant time(String name, @Nullable String text) {
        return text == null ? null : Word.read(name, text, Timestamp::parseTimeOrDay);
    }
}
