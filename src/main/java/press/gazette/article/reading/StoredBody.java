package press.gazette.article.reading;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import press.gazette.article.body.Body;
import press.gazette.database.Row;
import press.gazette.json.Json;

/**
 * The body of an article as far as it was read: its HTML where that was stored by this version of Gazette and nothing else is
 * wanted; else the body itself.
 */
record StoredBody(@Nullable String html, @Nullable Body body) {

    private static final String HTML_IS_CURRENT =
            "case when a.html_revision = a.live_revision and a.html_version = " + Body.HTML_VERSION;

    /** The columns that are needed for these formats. */
    static String columns(Set<BodyFormat> formats) {
        return isHtmlOnly(formats)
                ? HTML_IS_CURRENT + " then a.html end, " + HTML_IS_CURRENT + " then null else a.body end"
                : "null, a.body";
    }

    /** Takes the columns. */
    static StoredBody of(Row row) {
        String html = row.textOrNull();
        String body = row.textOrNull();
        return new StoredBody(html, body == null ? null : Json.fromColumn(body, Body.class));
    }

    private static boolean isHtmlOnly(Set<BodyFormat> formats) {
        return formats.equals(Set.of(BodyFormat.HTML));
    }

    /** In these formats, for which it was read. */
    BodyView view(Set<BodyFormat> formats) {
        return body == null ? new BodyView(html, null, null, null) : BodyView.of(body, formats);
    }
}
