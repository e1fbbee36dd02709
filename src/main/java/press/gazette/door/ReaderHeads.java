package press.gazette.door;

import java.time.Clock;
import java.util.List;
import java.util.Objects;

import jakarta.inject.Singleton;

import press.gazette.address.Ref;
import press.gazette.article.ArticlePages;
import press.gazette.article.Seo;
import press.gazette.article.reading.ArticleCard;
import press.gazette.article.reading.ArticleReading;
import press.gazette.article.reading.ArticleView;
import press.gazette.change.Subject;
import press.gazette.database.Pulse;
import press.gazette.delivery.AsOf;
import press.gazette.delivery.Links;
import press.gazette.delivery.ReaderSite;
import press.gazette.media.Picture;
import press.gazette.problem.Problem;
import press.gazette.problem.ProblemType;
import press.gazette.tag.Tag;
import press.gazette.tag.TagAddress;

/**
 * Reads what the heads of the reader site's pages say, by the very statements that answer readers of the API: what those
 * do not see is in no head.
 */
@Singleton
class ReaderHeads {

    private final ArticlePages pages;
    private final Links links;
    private final Clock clock;
    private final Pulse pulse;

    ReaderHeads(ArticlePages pages, Links links, Clock clock, Pulse pulse) {
        this.pages = pages;
        this.links = links;
        this.clock = clock;
        this.pulse = pulse;
    }

    PageHead home() {
        return new PageHead(
                "Gazette",
                "The news of this newsroom, read from its public API.",
                links.absolute(ReaderSite.HOME),
                null);
    }

    AsOf<PageHead> article(String ref) {
        requireDatabase();
        AsOf<ArticleView> read = ArticleReading.ofCard(ref).read(ReaderSite.ARTICLES, clock.instant());
        return new AsOf<>(of(read.content()), read.position(), read.groups());
    }

    AsOf<PageHead> tag(String ref) {
        requireDatabase();
        Ref parsed = Ref.parse(ref, "tag");
        AsOf<Tag> read = AsOf.head(
                () -> TagAddress.read(parsed, ReaderSite.TAGS, ""),
                tag -> List.of(Subject.tag(tag.id()), Subject.TAGS));
        Tag tag = read.content();
        return new AsOf<>(
                new PageHead(tag.name(), tag.description(), links.absolute(ReaderSite.TAGS + tag.slug()), null),
                read.position(),
                read.groups());
    }

    private void requireDatabase() {
        if (pulse.isLost()) {
            throw Problem.of(ProblemType.UNAVAILABLE, "The database does not answer.");
        }
    }

    private PageHead of(ArticleView article) {
        ArticleCard card = article.card();
        Seo seo = Objects.requireNonNullElse(article.seo(), new Seo(null, null));
        String original = article.canonicalUrl();
        Picture image = card.image();
        return new PageHead(
                seo.title() == null ? card.title() : seo.title(),
                seo.description() == null ? card.standfirst() : seo.description(),
                original == null ? pages.of(card.id(), card.slug(), card.firstPublishedAt()) : original,
                new PageHead.OfArticle(
                        card.publishedAt().toString(),
                        card.updatedAt().toString(),
                        image == null ? null : absolute(image.url()),
                        image == null ? null : image.alt()));
    }

    private String absolute(String url) {
        return url.startsWith("/") ? links.absolute(url) : url;
    }
}
