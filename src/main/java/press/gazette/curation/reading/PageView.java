package press.gazette.curation.reading;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import press.gazette.change.LedgerPosition;
import press.gazette.change.Subject;
import press.gazette.curation.CuratedPage;
import press.gazette.curation.resolver.LiveRevisions;
import press.gazette.delivery.Dated;
import press.gazette.problem.Problem;

/** A page of lists with their present items, for readers. */
@Schema(description = "The curated lists of one page in one response.")
public record PageView(
        @Schema(description = "The key of the page in /v1/pages/{key}; never changes.", example = "home")
        String key,

        @Schema(description = "The title of the page.", example = "Home")
        String title,

        @Schema(description = "The lists in the order to show.")
        List<ListView> lists) {

    /**
     * The page at this instant.
     *
     * @throws Problem {@code not-found}
     */
    static Dated<PageView> read(String key, ListDetail detail, Instant now) {
        List<Subject> groups = List.of(Subject.page(key), Subject.LISTS, Subject.ARTICLES, Subject.LABELS);
        LiveRevisions revisions = LiveRevisions.ofPage(key);
        String title = revisions.title();
        LedgerPosition position = revisions.position();
        if (title == null || position == null) {
            return Dated.head(() -> empty(key), unused -> groups);
        }
        return new Dated<>(new PageView(key, title, detail.lists(revisions, now)), position, groups);
    }

    /** A page without a public list. */
    private static PageView empty(String key) {
        CuratedPage page = CuratedPage.atDesk(key).orElseThrow(() -> Problem.notFound("page"));
        return new PageView(page.key(), page.title(), List.of());
    }
}
