package press.gazette.curation.reading;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import press.gazette.curation.CuratedPage;

/** A page of lists in a listing, without its lists. */
@Schema(description = "A page of curated lists in a listing, without its lists.")
public record PageCard(
        @Schema(description = "The key of the page in /v1/pages/{key}; never changes.", example = "home")
        String key,

        @Schema(description = "The title of the page.", example = "Home")
        String title) {

    static PageCard of(CuratedPage page) {
        return new PageCard(page.key(), page.title());
    }
}
