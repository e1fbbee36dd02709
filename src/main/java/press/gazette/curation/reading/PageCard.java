package press.gazette.curation.reading;

import java.util.Collection;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import press.gazette.curation.CuratedPage;

/** A page of lists in a listing, without its lists. */
@Schema(description = "A page of curated lists in a listing, without its lists.")
public record PageCard(
        @Schema(description = "The key of the page in /v1/pages/{key}; never changes.", example = "home")
        String key,

        @Schema(description = "The title of the page.", example = "Home")
        String title) {

    /** The pages with these keys; no keys cost no statement. */
    public static List<PageCard> of(Collection<String> keys) {
        return keys.isEmpty()
                ? List.of()
                : CuratedPage.<CuratedPage>list("key in ?1", keys).stream()
                        .map(PageCard::of)
                        .toList();
    }

    static PageCard of(CuratedPage page) {
        return new PageCard(page.key(), page.title());
    }
}
