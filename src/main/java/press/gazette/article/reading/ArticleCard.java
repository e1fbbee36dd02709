package press.gazette.article.reading;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.article.access.Access;
import press.gazette.article.draft.ArticleType;
import press.gazette.article.page.ArticlePages;
import press.gazette.media.Picture;
import press.gazette.tag.TagLabel;
import press.gazette.tag.VisibleTag;
import press.gazette.tag.reading.Contributor;

/** An article in a listing, with the content of a teaser and without the body. */
@Schema(description = "An article in a listing, with the content of a teaser and without the body.")
public record ArticleCard(
        @Schema(description = "Never changes.") UUID id,

        @Schema(description = "The current address in /v1/articles/{ref}.", example = "gas-contract-averil")
        String slug,

        @Schema(
                description =
                        "The article's page on the newsroom's own site. Absent unless gazette.article-url is set.",
                example = "https://www.example.org/2026/gas-contract-averil")
        @Nullable
        String url,

        @Schema(description = "The journalistic form. Expect further types.", example = "analysis")
        ArticleType type,

        @Schema(description = "BCP 47.", example = "en") String language,
        @Schema(description = "The headline.") String title,

        @Schema(
                description =
                        "A word above the headline: set by the editor, else the primary tag's name. Absent: neither.")
        @Nullable
        String kicker,

        @Schema(description = "A sentence or two below the headline, plain text. Absent: none.") @Nullable
        String standfirst,

        @Schema(
                description =
                        "The authors, ready to print: set by the editor, else the contributors' names, joined as the "
                                + "article's language does it. Absent: neither.")
        @Nullable
        String byline,

        @Schema(description = "Absent: none.") @Nullable TagLabel section,
        @Schema(description = "The article's contributors.") List<Contributor> contributors,

        @Schema(
                description =
                        "In editorial order; the first is the primary tag. Without the section and the contributors.")
        List<TagLabel> tags,

        @Schema(description = "The lead picture. Absent: none.") @Nullable
        Picture image,

        @Schema(description = "The time at which readers first could see it. Never changes.")
        Instant firstPublishedAt,

        @Schema(description = "The date to show, by which listings are ordered.")
        Instant publishedAt,

        @Schema(description = "The last significant edit or correction.")
        Instant updatedAt,

        @Schema(description = "The last publication, correction or appearance, significant or not.")
        Instant modifiedAt,

        @Schema(description = "Words in the body; each Chinese or Japanese character counts as one.", example = "540")
        int wordCount,

        @Schema(
                description = "Minutes for a reader of average speed in the article's language; at least 1.",
                example = "3")
        int readingMinutes,

        @Schema(description = "The readers that the whole article is for. Absent: everybody.") @Nullable
        Access access) {

    /** The cards of the rows, in their order. */
    public static List<ArticleCard> of(List<CardRow> rows, Instant now) {
        Map<UUID, ArticleCard> cards = byId(rows, Detail.CARD, now);
        return rows.stream().map(row -> in(cards, row)).toList();
    }

    static Map<UUID, ArticleCard> byId(List<CardRow> rows, Detail detail, Instant now) {
        Map<UUID, VisibleTag> visible = Labels.of(rows, detail);
        Map<UUID, ArticleCard> cards = new HashMap<>();
        rows.forEach(row -> cards.computeIfAbsent(row.id(), id -> of(row, Labels.sorted(row.tags(), visible, now))));
        return cards;
    }

    static ArticleCard in(Map<UUID, ArticleCard> cards, CardRow row) {
        return Objects.requireNonNull(cards.get(row.id()), "a card was made of each row");
    }

    /** A copy with other words and another picture, for one place. */
    public ArticleCard shownAs(
            String otherTitle,
            @Nullable String otherStandfirst,
            @Nullable String otherKicker,
            @Nullable Picture otherImage) {
        return new ArticleCard(
                id,
                slug,
                url,
                type,
                language,
                otherTitle,
                otherKicker,
                otherStandfirst,
                byline,
                section,
                contributors,
                tags,
                otherImage,
                firstPublishedAt,
                publishedAt,
                updatedAt,
                modifiedAt,
                wordCount,
                readingMinutes,
                access);
    }

    private static ArticleCard of(CardRow row, Labels labels) {
        return new ArticleCard(
                row.id(),
                row.slug(),
                ArticlePages.get().onOwnSite(row.id(), row.slug(), row.firstPublishedAt()),
                row.type(),
                row.language(),
                row.title(),
                labels.kicker(row.kicker()),
                row.standfirst(),
                labels.byline(row.byline(), row.language()),
                labels.section(),
                labels.contributors(),
                labels.tags(),
                row.image(),
                row.firstPublishedAt(),
                row.publishedAt(),
                row.updatedAt(),
                row.modifiedAt(),
                row.wordCount(),
                ReadingTime.minutes(row.wordCount(), row.language()),
                row.access());
    }
}
