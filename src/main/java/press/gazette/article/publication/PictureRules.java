package press.gazette.article.publication;

import java.util.List;

import jakarta.inject.Singleton;

import io.quarkus.arc.Arc;
import io.quarkus.arc.Unremovable;
import org.jspecify.annotations.Nullable;

import press.gazette.article.Article;
import press.gazette.article.ArticleContent;
import press.gazette.article.ArticleReferences;
import press.gazette.body.block.Block;
import press.gazette.media.Picture;
import press.gazette.problem.Faults;
import press.gazette.problem.Problem;

/** The words that a picture must have before readers see it: alternative text and credit, each by a setting. */
@Singleton
@Unremovable
public class PictureRules {

    private final boolean alt;
    private final boolean credit;

    PictureRules(PublicationConfig config) {
        this.alt = config.requireAlt();
        this.credit = config.requireCredit();
    }

    /**
     * The same article, whose working draft may be published or scheduled.
     *
     * @throws Problem {@code invalid-content} with a pointer into the draft for each picture without such words
     */
    public static Article kept(Article article) {
        PictureRules rules = Arc.container().instance(PictureRules.class).get();
        if (rules.alt || rules.credit) {
            rules.check(ArticleReferences.working(article));
        }
        return article;
    }

    private void check(ArticleContent content) {
        Faults faults = new Faults();
        if (content.image() != null) {
            Picture picture = content.image().picture();
            check(faults, "/image", picture.alt(), picture.credit());
        }
        List<Block> blocks = content.body().blocks();
        for (int i = 0; i < blocks.size(); i++) {
            String at = "/body/blocks/" + i;
            blocks.get(i).pictures().forEach(image -> check(faults, at, image.alt(), image.credit()));
        }
        faults.refuse();
    }

    private void check(Faults faults, String pointer, String text, @Nullable String by) {
        faults.check(!alt || !text.isBlank(), pointer, "A published picture must have an alternative text.");
        faults.check(!credit || (by != null && !by.isBlank()), pointer, "A published picture must have a credit.");
    }
}
