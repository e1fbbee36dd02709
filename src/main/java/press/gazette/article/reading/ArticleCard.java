package press.gazette.article.reading;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.article.ArticleType;
import press.gazette.media.Picture;
import press.gazette.tag.TagLabel;

/** An article in a listing: what a teaser shows, without the body. */
@Schema(description = "An article in a listing: what a teaser shows, without the body.")
public record ArticleCard(
        @Schema(description = "Never changes.") UUID id,

        @Schema(description = "The current address in /v1/articles/{ref}.", example = "gas-contract-averil")
        String slug,

        @Schema(description = "The journalistic form. Expect further types.", example = "analysis")
        ArticleType type,

        @Schema(description = "BCP 47.", example = "en") String language,
        @Schema(description = "The headline.") String title,

        @Schema(
                description =
                        "A word above the headline: what the editor set, else the primary tag's name. Absent: neither.")
        @Nullable
        String kicker,

        @Schema(description = "A sentence or two below the headline, plain text. Absent: none.") @Nullable
        String standfirst,

        @Schema(
                description =
                        "Who wrote it, ready to print: what the editor set, else the contributors' names. Absent: neither.")
        @Nullable
        String byline,

        @Schema(description = "Absent: none.") @Nullable TagLabel section,
        @Schema(description = "The people who made it.") List<TagLabel> contributors,

        @Schema(description = "In editorial order; the first is the primary tag. Section and contributors stand apart.")
        List<TagLabel> tags,

        @Schema(description = "The lead picture. Absent: none.") @Nullable
        Picture image,

        @Schema(description = "When readers first could see it. Never changes.")
        Instant firstPublishedAt,

        @Schema(description = "The date to show. Listings are in its order.")
        Instant publishedAt,

        @Schema(description = "The last significant edit or correction.")
        Instant updatedAt,

        @Schema(description = "The last publication, correction or appearance, significant or not.")
        Instant modifiedAt,

        @Schema(description = "Words in the body.", example = "540")
        int wordCount,

        @Schema(description = "For a reader of average speed; at least 1.", example = "3")
        int readingMinutes) {

    /** The cards of all these rows, in their order. */
    public static List<ArticleCard> of(List<CardRow> rows) {
        Map<UUID, ArticleCard> cards = byId(rows, Showing.CARD);
        return rows.stream().map(row -> in(cards, row)).toList();
    }

    static Map<UUID, ArticleCard> byId(List<CardRow> rows, Showing showing) {
        Map<UUID, TagLabel> labels = Labels.of(rows, showing);
        Map<UUID, ArticleCard> cards = new HashMap<>();
        rows.forEach(row -> cards.computeIfAbsent(row.id(), id -> of(row, Labels.sorted(row.tags(), labels))));
        return cards;
    }

    static ArticleCard in(Map<UUID, ArticleCard> cards, CardRow row) {
        return Objects.requireNonNull(cards.get(row.id()), "a card was made of each row");
    }

    /** The same card with other words and another picture in one place. */
    public ArticleCard shownAs(
            String otherTitle,
            @Nullable String otherStandfirst,
            @Nullable String otherKicker,
            @Nullable Picture otherImage) {
        return new ArticleCard(
                id,
                slug,
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
                readingMinutes);
    }

    private static ArticleCard of(CardRow row, Labels labels) {
        return new ArticleCard(
                row.id(),
                row.slug(),
                row.type(),
                row.language(),
                row.title(),
                labels.kicker(row.kicker()),
                row.standfirst(),
                labels.byline(row.byline()),
                labels.section(),
                labels.contributors(),
                labels.tags(),
                row.image(),
                row.firstPublishedAt(),
                row.publishedAt(),
                row.updatedAt(),
                row.modifiedAt(),
                row.wordCount(),
                ReadingTime.minutes(row.wordCount()));
    }
}
