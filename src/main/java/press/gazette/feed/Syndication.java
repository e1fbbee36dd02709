package press.gazette.feed;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import press.gazette.article.reading.ArticleCard;
import press.gazette.article.reading.ArticleView;
import press.gazette.body.block.Block;
import press.gazette.database.Row;
import press.gazette.database.Sql;
import press.gazette.media.Picture;

/**
 * The media of some articles that this newsroom may show itself but must not pass on: feeds leave them out.
 *
 * @param own their ids
 */
record Syndication(Set<UUID> own) {

    /** Reads those of these articles with one statement; articles without media cost none. */
    static Syndication of(Collection<ArticleView> articles) {
        Set<UUID> media = articles.stream().flatMap(Syndication::media).collect(Collectors.toSet());
        return new Syndication(
                media.isEmpty()
                        ? Set.of()
                        : new HashSet<>(Sql.of("select m.id from media m where m.syndicated = false and m.id in ")
                                .plus(Sql.list(media))
                                .rows(Row::uuid)));
    }

    private static Stream<UUID> media(ArticleView article) {
        Picture image = article.card().image();
        List<Block> body = article.body() == null ? null : article.body().blocks();
        return Stream.concat(
                image == null ? Stream.of() : Stream.of(image.id()),
                body == null ? Stream.of() : body.stream().flatMap(Block::mediaIds));
    }

    /** The card without a lead picture that must not be passed on. */
    ArticleCard card(ArticleCard card) {
        Picture image = card.image();
        return image == null || !own.contains(image.id())
                ? card
                : card.shownAs(card.title(), card.standfirst(), card.kicker(), null);
    }

    /** The blocks without media that must not be passed on. */
    List<Block> blocks(List<Block> body) {
        return own.isEmpty()
                ? body
                : body.stream().flatMap(block -> block.without(own).stream()).toList();
    }
}
