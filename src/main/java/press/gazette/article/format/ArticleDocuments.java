package press.gazette.article.format;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import jakarta.inject.Singleton;

import press.gazette.address.Ref;
import press.gazette.article.page.ArticlePages;
import press.gazette.article.reading.ArticleAddress;
import press.gazette.article.reading.ArticleCard;
import press.gazette.article.reading.ArticleView;
import press.gazette.article.reading.WholeRow;
import press.gazette.change.Subject;
import press.gazette.delivery.Dated;
import press.gazette.delivery.FileResponse;
import press.gazette.response.Links;

/** Reads one article with one statement, as its JSON is read, and writes it in another format. */
@Singleton
class ArticleDocuments {

    private final StructuredData structuredData;
    private final ArticlePages pages;
    private final Links links;
    private final Clock clock;

    ArticleDocuments(StructuredData structuredData, ArticlePages pages, Links links, Clock clock) {
        this.structuredData = structuredData;
        this.pages = pages;
        this.links = links;
        this.clock = clock;
    }

    /** The public article as a document. Redirects keep the suffix of the format. */
    Dated<FileResponse> read(Ref ref, ArticleFormat format) {
        Instant now = clock.instant();
        WholeRow row = ArticleAddress.read(ref, ArticleAddress.OF_THE_API, format.suffix, format.detail(), now);
        ArticleView article = ArticleView.of(row, format.detail(), now);
        String page = page(article.card());
        byte[] bytes = switch (format) {
            case JSON_LD -> structuredData.write(article);
            case MARKDOWN -> MarkdownDocument.of(article, page, links::resolved).getBytes(StandardCharsets.UTF_8);
        };
        String canonical = Objects.requireNonNullElse(article.canonicalUrl(), page);
        return new Dated<>(
                new FileResponse(
                        bytes,
                        format.contentType,
                        List.of("<" + URI.create(canonical).toASCIIString() + ">; rel=\"canonical\""),
                        false,
                        article.mayBeIndexed()),
                row.position(),
                format.detail().groups(Subject.article(article.card().id())));
    }

    private String page(ArticleCard card) {
        return pages.of(card.id(), card.slug(), card.firstPublishedAt());
    }
}
