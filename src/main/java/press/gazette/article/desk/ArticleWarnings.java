package press.gazette.article.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import press.gazette.article.Article;
import press.gazette.article.ArticleContent;
import press.gazette.article.ArticleReferences;
import press.gazette.article.Life;
import press.gazette.article.Status;
import press.gazette.article.Visibility;
import press.gazette.body.block.Block;
import press.gazette.desk.Warning;
import press.gazette.media.Media;
import press.gazette.tag.TagType;

/** Warns of likely mistakes in a working draft and in the dates of its article. */
final class ArticleWarnings {

    private final List<Warning> warnings = new ArrayList<>();
    private final Article article;
    private final Instant now;

    private ArticleWarnings(Article article, Instant now) {
        this.article = article;
        this.now = now;
    }

    /** All warnings; empty: none. */
    static List<Warning> of(Article article, Instant now) {
        ArticleWarnings found = new ArticleWarnings(article, now);
        found.read(ArticleReferences.working(article));
        found.readLife();
        return List.copyOf(found.warnings);
    }

    private void read(ArticleContent content) {
        warn(content.body().blocks().isEmpty(), "no-body", "/body", "The article has no body.");
        warn(
                content.image() == null && content.type().isListed(),
                "no-picture",
                "/image",
                "The article has no picture.");
        warn(
                content.type().isListed() && content.tags().stream().noneMatch(tag -> tag.type() == TagType.SECTION),
                "no-section",
                "/tags",
                "The article is in no section.");
        if (content.image() != null) {
            read(content.image());
        }
        long silent = content.body().blocks().stream()
                .flatMap(Block::pictures)
                .filter(image -> image.alt().isBlank())
                .count();
        warn(
                silent > 0,
                "alt-missing",
                "/body",
                silent + " of the pictures in the body say nothing to those who cannot see them.");
    }

    private void read(Media image) {
        warn(
                image.picture().alt().isBlank(),
                "alt-missing",
                "/image",
                "The picture says nothing to those who cannot see it: its alt is empty.");
        Instant end = image.rightsExpireAt();
        if (end != null) {
            warn(
                    true,
                    "rights-end",
                    "/image",
                    end.isAfter(now)
                            ? "Readers see the picture until " + end + ", when its rights end."
                            : "Readers do not see the picture: its rights have ended at " + end + ".");
        }
    }

    private void readLife() {
        Life life = article.life();
        boolean isHidden = life.status() == Status.PUBLISHED && !Visibility.includes(article, now);
        warn(
                isHidden && isOver(life.expiresAt(), now),
                "expired",
                null,
                "Nobody sees the article: it expired at " + life.expiresAt() + ".");
        warn(
                isHidden && !isOver(life.expiresAt(), now),
                "embargoed",
                null,
                "Nobody sees the article before its embargo ends: " + DeskArticle.embargoEnd(life) + ".");
        Instant publishAt = life.publishAt();
        warn(
                life.status() == Status.SCHEDULED && publishAt != null && isOver(life.expiresAt(), publishAt),
                "expired",
                null,
                "Nobody will see the article: it expires at " + life.expiresAt() + ", before it is published.");
    }

    private static boolean isOver(@Nullable Instant end, Instant at) {
        return end != null && !end.isAfter(at);
    }

    private void warn(boolean holds, String code, @Nullable String pointer, String detail) {
        if (holds) {
            warnings.add(new Warning(code, pointer, detail));
        }
    }
}
