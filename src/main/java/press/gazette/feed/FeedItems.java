package press.gazette.feed;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import press.gazette.article.Correction;
import press.gazette.article.body.Block;
import press.gazette.article.body.Body;
import press.gazette.article.body.Mark;
import press.gazette.article.body.Span;
import press.gazette.article.reading.ArticleCard;
import press.gazette.article.reading.ArticleView;
import press.gazette.article.reading.Showing;
import press.gazette.article.reading.WholeRow;
import press.gazette.feed.format.FeedItem;

/** Makes articles into items of feeds: two statements, however many they are. */
@Singleton
class FeedItems {

    /** Of all bodies of a feed together, in bytes of UTF-8: whatever the format, the feed stays below 10 MB. */
    private static final int MOST_BODY = 4 * 1_024 * 1_024;

    private final Site site;
    private final FeedConfig config;

    FeedItems(Site site, FeedConfig config) {
        this.site = site;
        this.config = config;
    }

    /** Those of these articles that readers may see, in this order. Where the bodies grow too much, the rest has summaries. */
    List<FeedItem> of(List<UUID> articles, Instant now) {
        boolean full = config.feedText() == FeedConfig.FeedText.FULL;
        Showing showing = full ? Showing.BLOCKS : Showing.CARD;
        Map<UUID, WholeRow> rows = WholeRow.visible(articles, showing, now);
        List<WholeRow> shown =
                articles.stream().flatMap(id -> Stream.ofNullable(rows.get(id))).toList();
        List<FeedItem> items = new ArrayList<>();
        int written = 0;
        for (ArticleView article : ArticleView.of(shown, showing, now)) {
            String html = full ? html(article) : null;
            int size = html == null ? 0 : html.getBytes(StandardCharsets.UTF_8).length;
            boolean fits = written + size <= MOST_BODY;
            written += fits ? size : 0;
            items.add(item(article, fits ? html : null));
        }
        return items;
    }

    private FeedItem item(ArticleView article, @Nullable String html) {
        ArticleCard card = article.card();
        return new FeedItem(
                card,
                site.page(card.id(), card.slug(), card.firstPublishedAt(), article.canonicalUrl()),
                html,
                article.corrections(),
                article.source(),
                article.rights());
    }

    /** The body with what has been put right below it. */
    private @Nullable String html(ArticleView article) {
        if (article.body() == null || article.body().blocks() == null) {
            return null;
        }
        Body body = new Body(article.body().blocks()).seenFromElsewhere(site.here(""));
        Body notes =
                new Body(article.corrections().stream().map(FeedItems::note).toList());
        return Stream.of(body, notes)
                .filter(part -> !part.blocks().isEmpty())
                .map(Body::html)
                .collect(Collectors.joining("\n"));
    }

    private static Block note(Correction correction) {
        String word = correction.kind().name().charAt(0)
                + correction.kind().name().substring(1).toLowerCase(Locale.ROOT);
        return new Block.Paragraph(List.of(Span.of(word + ":", Mark.STRONG), Span.of(" " + correction.text())));
    }
}
