package press.gazette.curation.reading;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import press.gazette.change.Position;
import press.gazette.change.Subject;
import press.gazette.curation.CuratedPage;
import press.gazette.delivery.AsOf;
import press.gazette.problem.Problem;

/** A page of several lists, resolved for readers. */
@Schema(description = "Several curated lists that stand on one page, in one answer.")
public record PageView(
        @Schema(description = "Its address in /v1/pages/{key}; never changes.", example = "home")
        String key,

        @Schema(description = "What the page is called.", example = "Home")
        String title,

        @Schema(description = "In the order to show.") List<ListView> lists) {

    /**
     * The page as readers see it at that instant.
     *
     * @throws Problem {@code not-found}
     */
    static AsOf<PageView> read(String key, Instant now) {
        List<Subject> groups = List.of(Subject.page(key), Subject.LISTS, Subject.ARTICLES, Subject.LABELS);
        Editions editions = Editions.ofPage(key);
        String title = editions.title();
        Position position = editions.position();
        if (title == null || position == null) {
            return AsOf.head(() -> empty(key), unused -> groups);
        }
        List<ListView> lists = Rendering.of(ListReading.resolve(editions, now, false), now);
        return new AsOf<>(new PageView(key, title, lists), position, groups);
    }

    /** A page on which no list can be seen. */
    private static PageView empty(String key) {
        CuratedPage page = CuratedPage.atDesk(key).orElseThrow(() -> Problem.notFound("page"));
        return new PageView(page.key(), page.title(), List.of());
    }
}
