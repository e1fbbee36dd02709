package press.gazette.article.reading;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import press.gazette.article.PublicArticles;
import press.gazette.article.page.LinkedArticles;
import press.gazette.body.Body;
import press.gazette.database.Row;
import press.gazette.json.Json;
import press.gazette.response.Entitlement;

/**
 * The body of an article in a row: its stored HTML if only HTML is asked for and this version of Gazette has stored it, else the
 * body itself. A body that links to articles by id has no stored HTML: their addresses change. No other query for readers reads
 * bodies, so this is the place where the rest of an article that is not free stays behind.
 *
 * @param isTruncated true if the whole body has more than this
 */
record StoredBody(@Nullable String html, @Nullable Body body, boolean isTruncated) {

    private static final String HTML_IS_CURRENT =
            "a.html_revision = a.live_revision and a.html_version = " + Body.HTML_VERSION;

    /** The columns for these formats, with the entitlement of the running read. */
    static String columns(Set<BodyFormat> formats) {
        return switch (Entitlement.current()) {
            case WHOLE -> columns(formats, HTML_IS_CURRENT, "a.body") + ", false";
            case PUBLIC ->
                columns(formats, "a.public_body is null and " + HTML_IS_CURRENT, PublicArticles.BODY)
                        + ", a.public_body is not null";
        };
    }

    private static String columns(Set<BodyFormat> formats, String htmlIsShown, String body) {
        return isHtmlOnly(formats)
                ? "case when %s then a.html end, case when %s then null else %s end"
                        .formatted(htmlIsShown, htmlIsShown, body)
                : "null, " + body;
    }

    /** Reads the columns. */
    static StoredBody of(Row row) {
        String html = row.textOrNull();
        String body = row.textOrNull();
        return new StoredBody(html, body == null ? null : Json.fromColumn(body, Body.class), row.flag());
    }

    /** The body as plain text; empty if only its HTML was read. */
    String text() {
        return body == null ? "" : body.text();
    }

    private static boolean isHtmlOnly(Set<BodyFormat> formats) {
        return formats.equals(Set.of(BodyFormat.HTML));
    }

    /**
     * The view in the formats for which the row was read.
     *
     * @param links has the addresses of the articles that the body links to
     */
    BodyView view(Set<BodyFormat> formats, LinkedArticles links) {
        return body == null ? new BodyView(html, null, null, null) : BodyView.of(links.fill(body), formats);
    }
}
