package press.gazette.article.format;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import press.gazette.address.WebAddress;
import press.gazette.article.Correction;
import press.gazette.article.draft.ArticleType;
import press.gazette.article.format.NewsArticle.CorrectionComment;
import press.gazette.article.format.NewsArticle.ImageObject;
import press.gazette.article.format.NewsArticle.Thing;
import press.gazette.article.page.ArticlePages;
import press.gazette.article.reading.ArticleCard;
import press.gazette.article.reading.ArticleView;
import press.gazette.article.seo.SeoView;
import press.gazette.json.Json;
import press.gazette.media.Picture;
import press.gazette.response.Links;
import press.gazette.tag.TagLabel;
import press.gazette.tag.TagType;
import press.gazette.tag.VisibleTag;
import press.gazette.tag.Vocabulary;
import press.gazette.tag.naming.OtherName;
import press.gazette.tag.reading.Contributor;
import press.gazette.tag.reading.TagPages;

/** Describes articles to search engines, as JSON-LD in the words of schema.org. */
@Singleton
public class StructuredData {

    private static final String CONTEXT = "https://schema.org";
    private static final String ORGANISATION = "Organization";
    private static final String PERSON = "Person";

    /** The labels of an article are made of the vocabulary, which is therefore as new as the article. */
    private static final long AS_NEW_AS_THE_LABELS = 0;

    private final Publisher publisher;
    private final ArticlePages pages;
    private final TagPages tagPages;
    private final Links links;

    StructuredData(Publisher publisher, ArticlePages pages, TagPages tagPages, Links links) {
        this.publisher = publisher;
        this.pages = pages;
        this.tagPages = tagPages;
        this.links = links;
    }

    /** The article without its body, in UTF-8. It is safe inside a script element. */
    public byte[] write(ArticleView article) {
        ArticleCard card = article.card();
        Stream<TagLabel> contributors = card.contributors().stream().map(Contributor::label);
        Set<UUID> tags = Stream.concat(contributors, card.tags().stream())
                .map(TagLabel::id)
                .collect(Collectors.toSet());
        String page = pages.of(card.id(), card.slug(), card.firstPublishedAt());
        return Json.scriptBytes(of(article, page, Vocabulary.get().tags(tags, AS_NEW_AS_THE_LABELS)));
    }

    private NewsArticle of(ArticleView article, String page, Map<UUID, VisibleTag> tags) {
        ArticleCard card = article.card();
        SeoView seo = article.seo();
        boolean linked = article.rights() != null && WebAddress.isAbsolute(article.rights());
        return new NewsArticle(
                CONTEXT,
                type(card.type()),
                "urn:uuid:" + card.id(),
                page,
                Objects.requireNonNullElse(article.canonicalUrl(), page),
                card.title(),
                seo == null ? null : seo.title(),
                seo == null || seo.description() == null ? card.standfirst() : seo.description(),
                card.publishedAt(),
                card.updatedAt(),
                authors(article, tags),
                images(card.image()),
                card.section() == null ? null : card.section().name(),
                card.tags().stream().map(TagLabel::name).toList(),
                things(card.tags(), tags, StructuredData::subject),
                things(card.tags(), tags, type -> type == TagType.SERIES ? "CreativeWorkSeries" : null),
                card.language(),
                card.wordCount(),
                card.access() == null,
                corrections(article.corrections()),
                linked ? article.rights() : null,
                linked ? null : article.rights(),
                source(article),
                publisher.organisation());
    }

    private static String type(ArticleType type) {
        return switch (type) {
            case ANALYSIS -> "AnalysisNewsArticle";
            case OPINION -> "OpinionNewsArticle";
            case REVIEW -> "ReviewNewsArticle";
            case NEWS, FEATURE, INTERVIEW, LIVEBLOG -> "NewsArticle";
            case PAGE -> "Article";
        };
    }

    private List<Thing> authors(ArticleView article, Map<UUID, VisibleTag> tags) {
        ArticleCard card = article.card();
        if (!card.contributors().isEmpty()) {
            return card.contributors().stream()
                    .map(contributor -> thing(PERSON, contributor.label(), tags))
                    .toList();
        }
        if (card.byline() != null) {
            return List.of(Thing.named(PERSON, card.byline(), null));
        }
        Thing source = source(article);
        return List.of(source == null ? publisher.organisation() : source);
    }

    private static @Nullable Thing source(ArticleView article) {
        return article.source() == null ? null : Thing.named(ORGANISATION, article.source(), null);
    }

    /** The schema.org type of a subject; null for tags that say how an article is written, or where it belongs. */
    private static @Nullable String subject(TagType type) {
        return switch (type) {
            case PERSON -> PERSON;
            case PLACE -> "Place";
            case ORGANISATION -> ORGANISATION;
            case KEYWORD -> "Thing";
            case SERIES, TONE, SECTION, CONTRIBUTOR -> null;
        };
    }

    /** A choice among the types of tags. */
    private interface Typing {

        /** The type in schema.org; null leaves the tag out. */
        @Nullable
        String of(TagType type);
    }

    private List<Thing> things(Collection<TagLabel> labels, Map<UUID, VisibleTag> tags, Typing typing) {
        return labels.stream()
                .flatMap(label -> Stream.ofNullable(typing.of(label.type())).map(type -> thing(type, label, tags)))
                .toList();
    }

    private Thing thing(String type, TagLabel label, Map<UUID, VisibleTag> tags) {
        VisibleTag tag = tags.get(label.id());
        return tag == null
                ? Thing.named(type, label.name(), tagPages.of(label))
                : new Thing(type, label.name(), otherNames(tag), tagPages.of(label), tag.sameAs());
    }

    /** Each spelling once, whatever languages have it. */
    private static List<String> otherNames(VisibleTag tag) {
        return tag.otherNames().stream()
                .map(OtherName::name)
                .filter(name -> !name.equals(tag.label().name()))
                .distinct()
                .toList();
    }

    private List<ImageObject> images(@Nullable Picture picture) {
        if (picture == null) {
            return List.of();
        }
        Stream<ImageObject> shapes =
                picture.renditions().stream().map(shape -> image(shape.url(), shape.width(), shape.height(), picture));
        return Stream.concat(Stream.of(image(picture.url(), picture.width(), picture.height(), picture)), shapes)
                .toList();
    }

    /** Schema.org knows lengths as text only. */
    private ImageObject image(String url, int width, int height, Picture picture) {
        return new ImageObject(
                "ImageObject",
                links.resolved(url),
                String.valueOf(width),
                String.valueOf(height),
                picture.caption(),
                picture.credit());
    }

    /** News that is added to an article corrects nothing. */
    private static List<CorrectionComment> corrections(List<Correction> notes) {
        return notes.stream()
                .filter(note -> note.kind() != Correction.Kind.UPDATE)
                .map(note -> new CorrectionComment("CorrectionComment", note.at(), note.text()))
                .toList();
    }
}
