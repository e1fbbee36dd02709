package press.gazette.feed.format;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import press.gazette.article.Correction;
import press.gazette.article.reading.ArticleCard;
import press.gazette.tag.TagLabel;

/**
 * An article in a feed, with its own title and summary rather than those of a list.
 *
 * @param url absolute, for readers
 * @param html the body, with absolute URLs; empty if the article has none; null if the item carries a summary only
 * @param media the films, the sound and the pictures of galleries in the body, in reading order, without the lead
 *     picture; each URL once; empty if the item carries a summary only
 * @param truncated true if the article goes on behind the body, for readers who may read the whole
 * @param corrections the oldest first
 * @param source the author outside of this newsroom; null for the newsroom's own articles
 * @param rights terms of use; null for the newsroom's own articles
 * @param translations the pages in other languages, by language
 */
public record FeedItem(
        ArticleCard card,
        String url,
        @Nullable String html,
        List<FeedMedia> media,
        boolean truncated,
        List<Correction> corrections,
        @Nullable String source,
        @Nullable String rights,
        List<Alternate> translations) {

    public FeedItem {
        media = List.copyOf(media);
    }

    /**
     * The page of an article in one language.
     *
     * @param language BCP 47
     * @param url absolute
     */
    public record Alternate(String language, String url) {}

    /** The same item with its body and the media in it. */
    public FeedItem with(String body, List<FeedMedia> found) {
        return new FeedItem(card, url, body, found, truncated, corrections, source, rights, translations);
    }

    /** The id of an article in all feeds, for ever. */
    public static String urn(UUID id) {
        return "urn:uuid:" + id;
    }

    /** Returns RFC 3339 in whole seconds, because readers misread fractions. */
    static String date(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    String urn() {
        return urn(card.id());
    }

    /** Never changes, whatever date the editor shows; in whole seconds, because readers misread fractions. */
    Instant published() {
        return card.firstPublishedAt().truncatedTo(ChronoUnit.SECONDS);
    }

    /** Changes with significant edits and corrections only; in whole seconds. */
    Instant updated() {
        return card.updatedAt().truncatedTo(ChronoUnit.SECONDS);
    }

    /**
     * The body to write; null if there is none, since an empty element would hide the summary in some feed readers.
     */
    @Nullable
    String body() {
        return html == null || html.isEmpty() ? null : html;
    }

    /** The films and the sound. */
    List<FeedMedia> playable() {
        return media.stream().filter(FeedMedia::isPlayable).toList();
    }

    /**
     * The film or sound for formats with one enclosure per item: the first sound, since readers of such formats play
     * podcasts, else the first film. Null if there is neither with a known media type, which an enclosure requires.
     */
    @Nullable
    FeedMedia enclosure() {
        return Stream.of(MediaKind.AUDIO, MediaKind.VIDEO)
                .flatMap(kind -> media.stream().filter(medium -> medium.kind() == kind))
                .filter(medium -> medium.type() != null)
                .findFirst()
                .orElse(null);
    }

    /** The text for formats that require one: the standfirst, else the title. */
    String text() {
        String standfirst = card.standfirst();
        return standfirst == null ? card.title() : standfirst;
    }

    /** The section, followed by the other tags. */
    List<TagLabel> categories() {
        return Stream.concat(Stream.ofNullable(card.section()), card.tags().stream())
                .toList();
    }

    /** The names of the contributors, else the byline; empty if there is neither. */
    List<String> authors() {
        return card.contributors().isEmpty()
                ? Stream.ofNullable(card.byline()).toList()
                : card.contributors().stream().map(each -> each.label().name()).toList();
    }
}
