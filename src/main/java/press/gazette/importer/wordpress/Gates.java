package press.gazette.importer.wordpress;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import press.gazette.importer.item.Note;

/**
 * Finds posts, or parts of posts, that were for some readers only. Plugins keep the words of such parts in the post; all of them
 * stay for the desk, under an embargo.
 */
final class Gates {

    private static final Pattern MARK = Pattern.compile(
            "(?i)<!--\\s*(?:members-only|paywall|wp:(?:jetpack/)?(?:paywall|premium-content|paid-content)[^>]*)\\s*/?-->");

    /** Shortcodes of plugins for members: what they enclose was not public. */
    private static final Pattern SHORTCODE = Pattern.compile(
            "(?i)\\[(?:members?(?:[_-]?only|ship)?|is_paid|restrict(?:ed)?|private|protected|paywall|premium(?:[_-]?content)?"
                    + "|subscribers?(?:[_-]?only)?|mepr[_-][a-z_-]+|pmpro[_-]?[a-z_-]*|s2(?:if|member)[a-z_-]*|wcm_[a-z_]+|rcp_[a-z_]+"
                    + "|um_(?:loggedin|show_content)|memberful|leaky_paywall[a-z_-]*|content_protector|passster|ihc-hide-content"
                    + "|armif|wlm_[a-z_]+|logged_?in|user_logged_in|not_public)\\b");

    /** Fields of plugins, whose presence with a value closes the whole post. */
    private static final Set<String> FIELDS = Set.of(
            "_members_access_role",
            "_is_paid",
            "rcp_subscription_level",
            "rcp_access_level",
            "rcp_user_level",
            "_wpmem_block",
            "_leaky_paywall_visibility",
            "_issuem_leaky_paywall_visibility",
            "_um_custom_access_settings",
            "_wc_memberships_force_public_no",
            "_wlm_protect",
            "_pmpro_restricted");

    private Gates() {}

    /** The line on a post that was not public as a whole; empty: everybody could read it. */
    static Optional<Note> of(WxrPost post) {
        String newsletter = post.meta("_jetpack_newsletter_access");
        if (!newsletter.isEmpty() && !newsletter.equals("everybody")) {
            return Optional.of(new Note("members", "It was for readers of the kind " + newsletter + "."));
        }
        Optional<String> field = FIELDS.stream()
                .filter(name -> !post.meta(name).isEmpty() && !post.meta(name).equals("0"))
                .findFirst();
        if (field.isPresent()) {
            return Optional.of(new Note("members", "It was for members: field " + field.get() + "."));
        }
        String source = post.raw("content:encoded");
        Matcher shortcode = SHORTCODE.matcher(source);
        if (shortcode.find()) {
            return Optional.of(new Note("gate", "A part of it was for members: " + shortcode.group() + "]"));
        }
        return MARK.matcher(source).find()
                ? Optional.of(new Note("gate", "A part of it was for members."))
                : Optional.empty();
    }

    /** The text without the marks. */
    static String removed(String source) {
        return MARK.matcher(source).replaceAll("");
    }
}
