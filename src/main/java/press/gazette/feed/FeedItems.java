package press.gazette.feed;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import press.gazette.article.Correction;
import press.gazette.article.reading.ArticleCard;
import press.gazette.article.reading.ArticleView;
import press.gazette.article.reading.Detail;
import press.gazette.article.reading.WholeRow;
import press.gazette.body.block.Block;
import press.gazette.body.block.ParagraphBlock;
import press.gazette.body.inline.Mark;
import press.gazette.body.inline.Span;
import press.gazette.feed.format.FeedItem;
import press.gazette.feed.format.FeedItem.Alternate;
import press.gazette.feed.format.FeedMedia;

/** Turns articles into feed items, with three statements for any number of articles, and one more if any has translations. */
@Singleton
class FeedItems {

    /** The limit on all bodies and media of a feed together, in bytes. It keeps feeds of every format below 10 MB. */
    private static final int MOST_BODIES = 4 * 1_024 * 1_024;

    private final PageUrls urls;
    private final FeedFrames frames;
    private final FeedConfig config;

    FeedItems(PageUrls urls, FeedFrames frames, FeedConfig config) {
        this.urls = urls;
        this.frames = frames;
        this.config = config;
    }

    /**
     * Returns the visible ones among these articles, in this order. Items beyond the limit on bodies have summaries
     * only.
     */
    List<FeedItem> of(List<UUID> articles, Instant now) {
        Detail detail = config.feedText() == FeedConfig.FeedText.FULL ? Detail.BLOCKS : Detail.CARD;
        Map<UUID, WholeRow> rows = WholeRow.visible(articles, detail, now);
        List<WholeRow> shown = WholeRow.translated(
                articles.stream().flatMap(id -> Stream.ofNullable(rows.get(id))).toList(), detail, now);
        List<ArticleView> views = ArticleView.of(shown, detail, now);
        Syndication syndication = Syndication.of(views);
        List<FeedItem> items = new ArrayList<>();
        int written = 0;
        for (int i = 0; i < views.size(); i++) {
            ArticleCard card = syndication.card(views.get(i).card());
            FeedItem summary =
                    summary(views.get(i), card, urls.alternates(shown.get(i).translations()));
            FeedItem whole = whole(summary, views.get(i), syndication);
            int weight = weight(whole);
            boolean fits = written + weight <= MOST_BODIES;
            written += fits ? weight : 0;
            items.add(fits ? whole : summary);
        }
        return items;
    }

    private FeedItem summary(ArticleView article, ArticleCard card, List<Alternate> translations) {
        return new FeedItem(
                card,
                page(article),
                null,
                List.of(),
                article.truncated() != null,
                article.corrections(),
                article.source(),
                article.rights(),
                translations);
    }

    /** The item with its body and media; the summary if the body has not been read. */
    private FeedItem whole(FeedItem summary, ArticleView article, Syndication syndication) {
        List<Block> all = article.body() == null ? null : article.body().blocks();
        if (all == null) {
            return summary;
        }
        List<Block> blocks = syndication.blocks(all);
        return summary.with(
                html(blocks, article), BodyMedia.of(blocks, summary.card().image(), urls.absolute("")));
    }

    /** The bytes of body and media. */
    private static int weight(FeedItem item) {
        int html = item.html() == null ? 0 : item.html().getBytes(StandardCharsets.UTF_8).length;
        return html + item.media().stream().mapToInt(FeedMedia::weight).sum();
    }

    private String page(ArticleView article) {
        ArticleCard card = article.card();
        return urls.page(card.id(), card.slug(), card.firstPublishedAt(), article.canonicalUrl());
    }

    /** The body, followed by the article's corrections. */
    private String html(List<Block> body, ArticleView article) {
        Stream<Block> notes = article.corrections().stream().map(FeedItems::paragraph);
        List<Block> shown = Stream.concat(body.stream(), notes).toList();
        return FeedBody.write(shown, urls.absolute(""), page(article), frames);
    }

    private static Block paragraph(Correction correction) {
        return new ParagraphBlock(
                List.of(Span.of(correction.kind().heading() + ":", Mark.STRONG), Span.of(" " + correction.text())));
    }
}
