package press.gazette.importer.wordpress;

import java.util.regex.Matcher;

import org.jspecify.annotations.Nullable;

import press.gazette.address.WebAddress;
import press.gazette.importer.item.ImportedArticle.SearchWords;
import press.gazette.importer.item.Note;
import press.gazette.importer.xml.PlainText;

/** The words for search engines that Yoast, Rank Math or All in One SEO keep. Their templates are resolved or dropped. */
final class WordpressSearch {

    private WordpressSearch() {}

    static SearchWords of(WxrPost post, String title, String site, Losses losses) {
        String own = first(post, "_yoast_wpseo_title", "rank_math_title", "_aioseo_title", "_aioseop_title");
        String description = first(
                post, "_yoast_wpseo_metadesc", "rank_math_description", "_aioseo_description", "_aioseop_description");
        String canonical = first(post, "_yoast_wpseo_canonical", "rank_math_canonical_url", "_aioseo_canonical_url");
        if (isOwn(canonical, post.value("link"))) {
            // The address of this very article there: here it has another.
            canonical = "";
        }
        boolean noIndex = post.meta("_yoast_wpseo_meta-robots-noindex").equals("1")
                || post.meta("rank_math_robots").contains("noindex")
                || post.meta("_aioseop_noindex").equals("on")
                || post.meta("_genesis_noindex").equals("1");
        if (!canonical.isEmpty() && !WebAddress.isAbsolute(canonical)) {
            losses.add(new Note("canonical-url", canonical));
        }
        return new SearchWords(
                words(own, title, site, 500, losses),
                words(description, title, site, 4_000, losses),
                WebAddress.isAbsolute(canonical) ? canonical : null,
                noIndex);
    }

    private static boolean isOwn(String canonical, String link) {
        return !canonical.isEmpty() && bare(canonical).equals(bare(link));
    }

    private static String bare(String address) {
        return address.replaceFirst("(?i)^https?://(?:www\\.)?", "").replaceFirst("/+$", "");
    }

    private static String first(WxrPost post, String... keys) {
        for (String key : keys) {
            if (!post.meta(key).isEmpty()) {
                return post.meta(key);
            }
        }
        return "";
    }

    private static @Nullable String words(String template, String title, String site, int most, Losses losses) {
        String words = template.replaceAll("%%(?:title|post_title)%%|%(?:title|post_title)%|#post_title", quoted(title))
                .replaceAll("%%sitename%%|%sitename%|#site_title", quoted(site))
                .replaceAll("%%sep%%|%sep%|#separator_sa", "–")
                .replaceAll("%%page%%|%page%", "");
        if (words.contains("%%") || words.matches(".*%[a-z_]+%.*")) {
            losses.add(new Note("seo-template", template));
            return null;
        }
        String plain = PlainText.plain(words);
        return plain.isEmpty() || plain.equals(title) ? null : PlainText.beginning(plain, most);
    }

    private static String quoted(String text) {
        return Matcher.quoteReplacement(text);
    }
}
