package press.gazette.curation.reading;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import press.gazette.curation.CuratedList;
import press.gazette.curation.CuratedPage;

/** A page of several lists, resolved for readers. */
@Schema(description = "Several curated lists that stand on one page, in one answer.")
public record PageView(
        @Schema(description = "Its address in /v1/pages/{key}; never changes.", example = "home")
        String key,

        @Schema(description = "What the page is called.", example = "Home")
        String title,

        @Schema(description = "In the order to show.") List<ListView> lists) {

    /** The page as it is shown at that instant. */
    static PageView of(CuratedPage page, Instant now) {
        List<UUID> lists = page.lists().stream().map(CuratedList::id).toList();
        return new PageView(page.key(), page.title(), Rendering.of(ListReading.live(lists, now, false), now));
    }
}
