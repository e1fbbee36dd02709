package press.gazette.door;

import org.jspecify.annotations.Nullable;

/**
 * What a page of the reader site says of itself before its script runs: to search engines, to networks that show a preview
 * of a link, and in the browser's tab. The template encodes all of it.
 *
 * @param title of the page, without the site's name
 * @param description a sentence or two; absent: none
 * @param canonical the absolute address of the page; absent: it is not to be found by anybody
 * @param article what only an article has; absent: it is none
 */
record PageHead(
        String title,
        @Nullable String description,
        @Nullable String canonical,
        @Nullable OfArticle article) {

    /**
     * Of an article.
     *
     * @param publishedAt as RFC 3339 says it
     * @param updatedAt as RFC 3339 says it
     * @param image absolute; absent: there is no picture
     * @param alt what the picture shows
     */
    record OfArticle(
            String publishedAt,
            String updatedAt,
            @Nullable String image,
            @Nullable String alt) {}

    /** Of a page that nobody shall find or keep. */
    static PageHead hidden(String title) {
        return new PageHead(title, null, null, null);
    }
}
