package press.gazette.command;

import java.util.Map;

/** The codes of reports in the words of editors. */
final class NoteWords {

    private static final String HIDDEN = "It is not public: ";
    private static final String BODY = "Words or looks of the text: ";
    private static final String PICTURE = "Pictures, films, sound: ";
    private static final String ADDRESS = "Addresses and tags: ";
    private static final String NOT_HERE = "No article: ";

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("password", HIDDEN + "a password protected it"),
            Map.entry("private", HIDDEN + "it was private"),
            Map.entry("members", HIDDEN + "it was for members"),
            Map.entry("sent-only", HIDDEN + "it was sent as a letter only"),
            Map.entry("gate", HIDDEN + "a part of it was for members"),
            Map.entry("unknown-state", HIDDEN + "its state is not known here"),
            Map.entry("schedule-past", HIDDEN + "the time of its schedule is over"),
            Map.entry("date-ahead", "It is scheduled: its date is in the future"),
            Map.entry("unknown-shortcode", BODY + "a plugin's shortcode went, its content stayed"),
            Map.entry("shortcode-end", BODY + "a shortcode without its end"),
            Map.entry("dynamic-block", BODY + "a block that the former system filled in"),
            Map.entry("missing-reused-block", BODY + "a reused block that the export does not have"),
            Map.entry("missing-footnotes", BODY + "footnotes that the export does not have"),
            Map.entry("card", BODY + "a card without a counterpart"),
            Map.entry("loss", BODY + "a part that an article cannot hold"),
            Map.entry("missing-picture", PICTURE + "a picture that the export does not have"),
            Map.entry("picture-in-body", PICTURE + "the lead picture begins the text, since its size is not known"),
            Map.entry("gallery-without-ids", PICTURE + "a gallery without pictures"),
            Map.entry("player-without-file", PICTURE + "a player without a file"),
            Map.entry("dead-link", "A link to a page of the former site that no article is"),
            Map.entry("link-fragment", "A link to a place within an article leads to its beginning"),
            Map.entry("slug-changed", ADDRESS + "its slug has another form"),
            Map.entry("slug-taken", ADDRESS + "its slug is taken, so it has another"),
            Map.entry("address-taken", ADDRESS + "its old address leads elsewhere"),
            Map.entry("tag-slug", ADDRESS + "a tag has its type in its slug"),
            Map.entry("too-many-tags", ADDRESS + "tags beyond the first 50 are left out"),
            Map.entry("title-made", "It had no title: it has the first words"),
            Map.entry("title-cut", "Its title was too long"),
            Map.entry("no-date", "It had no date"),
            Map.entry("field-not-kept", "A custom field is not kept"),
            Map.entry("comments", "Its comments are kept for the desk"),
            Map.entry("edited-here", "An editor has changed it here: it stays as it is"),
            Map.entry("state", NOT_HERE + "it was in the bin"),
            Map.entry("unmapped-type", NOT_HERE + "its type is not in the mapping"),
            Map.entry("page-builder", NOT_HERE + "a page builder has made it"),
            Map.entry("too-long", NOT_HERE + "it is too long"),
            Map.entry("mobiledoc", NOT_HERE + "it must be saved once in the former system"),
            Map.entry("failed", NOT_HERE + "it could not be written"),
            Map.entry("line", "Lines that cannot be read"),
            Map.entry("cut-off", "The file cannot be read to its end"),
            Map.entry("count", "The file has"),
            Map.entry("is-here", "Records of former imports or writes are here already"),
            Map.entry("site-unknown", "The mapping does not name the former site"),
            Map.entry("withheld", HIDDEN + "its source holds it back"),
            Map.entry("embargo", HIDDEN + "the end of its embargo cannot be read"),
            Map.entry("canceled", "Its source has withdrawn it"),
            Map.entry("partial", HIDDEN + "the file has a part of its text only"),
            Map.entry("hidden-here", "It was public here, and is a draft now"),
            Map.entry("ednote", "A note to editors"),
            Map.entry("no-article", NOT_HERE + "kept for the desk"),
            Map.entry("no-id", NOT_HERE + "it has no id"),
            Map.entry("older-version", NOT_HERE + "the file has a newer version"),
            Map.entry("lexical", BODY + "a text that cannot be read"),
            Map.entry("words", BODY + "words that the article does not have"),
            Map.entry("caption-without-picture", PICTURE + "a caption without a picture"),
            Map.entry("media-canceled", PICTURE + "its source has taken it back"),
            Map.entry("association", PICTURE + "an attachment of another type"),
            Map.entry("canonical-url", ADDRESS + "a canonical address that cannot be kept"),
            Map.entry("seo-template", ADDRESS + "a title for search engines that a plugin fills in"),
            Map.entry("field-twice", "A custom field with several values"),
            Map.entry("featured", "Featured articles are a curated list"),
            Map.entry("list-is-there", "An editor has changed the list of featured articles: it stays as it was"),
            Map.entry("menu", "A menu is in the draft of the site document"),
            Map.entry("menu-is-there", "The site document has such a menu: it stays as it was"),
            Map.entry("menu-not-kept", "A menu beyond the number that a site document may have"),
            Map.entry("menu-item-not-kept", "An entry of a menu without a target here"));

    /** The kind of repair follows. */
    private static final String REPAIRED = "repaired-";

    private NoteWords() {}

    /** The words for a code; the code itself if this release does not know it. */
    static String of(String code) {
        return code.startsWith(REPAIRED) ? "The file was repaired" : WORDS.getOrDefault(code, code);
    }
}
