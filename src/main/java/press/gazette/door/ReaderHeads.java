package press.gazette.door;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import press.gazette.address.Ref;
import press.gazette.article.page.ArticlePages;
import press.gazette.article.reading.ArticleCard;
import press.gazette.article.reading.ArticleReading;
import press.gazette.article.reading.ArticleView;
import press.gazette.article.seo.SeoView;
import press.gazette.article.translation.TranslationView;
import press.gazette.change.Subject;
import press.gazette.database.Pulse;
import press.gazette.delivery.Dated;
import press.gazette.document.StructuredData;
import press.gazette.media.Picture;
import press.gazette.problem.Problem;
import press.gazette.problem.ProblemType;
import press.gazette.response.Links;
import press.gazette.response.ReaderSite;
import press.gazette.tag.Tag;
import press.gazette.tag.TagAddress;

/**
 * Reads the heads of the reader site's pages, with the statements of the public API: no head has anything that the API
 * would not show.
 */
@Singleton
class ReaderHeads {

    private final ArticlePages pages;
    private final StructuredData structuredData;
    private final Links links;
    private final Clock clock;
    private final Pulse pulse;

    ReaderHeads(ArticlePages pages, StructuredData structuredData, Links links, Clock clock, Pulse pulse) {
        this.pages = pages;
        this.structuredData = structuredData;
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

    Dated<PageHead> article(String ref) {
        requireDatabase();
        Instant now = clock.instant();
        Dated<ArticleView> read = ArticleReading.ofCard(ref).read(ReaderSite.ARTICLES, now);
        return new Dated<>(of(read.content(), now), read.position(), read.groups());
    }

    Dated<PageHead> tag(String ref) {
        requireDatabase();
        Ref parsed = Ref.parse(ref, "tag");
        Dated<Tag> read = Dated.head(
                () -> TagAddress.read(parsed, ReaderSite.TAGS, ""),
                tag -> List.of(Subject.tag(tag.id()), Subject.TAGS));
        Tag tag = read.content();
        return new Dated<>(
                new PageHead(tag.name(), tag.text().description(), links.absolute(ReaderSite.TAGS + tag.slug()), null),
                read.position(),
                read.groups());
    }

    private void requireDatabase() {
        if (pulse.isLost()) {
            throw Problem.of(ProblemType.UNAVAILABLE, Pulse.REFUSAL);
        }
    }

    private PageHead of(ArticleView article, Instant now) {
        ArticleCard card = article.card();
        SeoView seo = Objects.requireNonNullElse(article.seo(), new SeoView(null, null, null, null));
        String original = article.canonicalUrl();
        Picture image = seo.image() == null ? card.image() : seo.image();
        return new PageHead(
                seo.title() == null ? card.title() : seo.title(),
                seo.description() == null ? card.standfirst() : seo.description(),
                original == null ? pages.of(card.id(), card.slug(), card.firstPublishedAt()) : original,
                new PageHead.OfArticle(
                        card.publishedAt().toString(),
                        card.updatedAt().toString(),
                        image == null ? null : links.resolved(image.social()),
                        image == null ? null : image.alt(),
                        translations(article),
                        !article.mayBeIndexed(),
                        new String(structuredData.write(article, now), StandardCharsets.UTF_8)));
    }

    /** The reader site's pages in all languages; none if another site has the article's own page. */
    private List<PageHead.Alternate> translations(ArticleView article) {
        List<TranslationView> others = article.translations();
        return others == null || article.canonicalUrl() != null || pages.areOnOwnSite()
                ? List.of()
                : Stream.concat(
                                Stream.of(page(
                                        article.card().language(),
                                        article.card().slug())),
                                others.stream().map(each -> page(each.language(), each.slug())))
                        .toList();
    }

    private PageHead.Alternate page(String language, String slug) {
        return new PageHead.Alternate(language, links.absolute(ReaderSite.ARTICLES + slug));
    }
}
