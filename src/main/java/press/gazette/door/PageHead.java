package press.gazette.door;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The head of a page of the reader site: read by search engines, by networks that preview links, and by the browser
 * before the page's script runs. The template escapes all of it but the JSON-LD.
 *
 * @param title of the page, without the site's name
 * @param description one or two sentences; null if there is none
 * @param canonical the absolute URL of the page; null if it must not be indexed
 * @param article null if the page is not an article
 */
record PageHead(
        String title,
        @Nullable String description,
        @Nullable String canonical,
        @Nullable OfArticle article) {

    /**
     * The part of the head that only articles have.
     *
     * @param publishedAt in RFC 3339
     * @param updatedAt in RFC 3339
     * @param image absolute URL; null if there is no picture
     * @param alt the alternative text of the picture
     * @param translations its pages in all languages, its own too; empty: it is in one language
     * @param noIndex true if search engines must not index it
     * @param jsonLd its description in JSON-LD, escaped for a script element
     */
    record OfArticle(
            String publishedAt,
            String updatedAt,
            @Nullable String image,
            @Nullable String alt,
            List<Alternate> translations,
            boolean noIndex,
            String jsonLd) {}

    /**
     * The page of an article in one language.
     *
     * @param language BCP 47
     * @param url absolute
     */
    record Alternate(String language, String url) {}

    /** The head of a page that must be neither indexed nor cached. */
    static PageHead hidden(String title) {
        return new PageHead(title, null, null, null);
    }
}
