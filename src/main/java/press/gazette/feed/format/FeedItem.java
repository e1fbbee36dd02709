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
 * An article in a feed, with the newsroom's own words whatever list it stands in.
 *
 * @param url where readers find it, absolute
 * @param html the body, with absolute addresses; empty: the article has none; absent: the feed carries summaries
 * @param corrections notes to readers, the oldest first
 * @param source whom it comes from; absent: this newsroom
 * @param rights terms of use; absent: this newsroom's own
 */
public record FeedItem(
        ArticleCard card,
        String url,
        @Nullable String html,
        List<Correction> corrections,
        @Nullable String source,
        @Nullable String rights) {

    /** The name of an article in all feeds, for ever. */
    public static String urn(UUID id) {
        return "urn:uuid:" + id;
    }

    /** In whole seconds, because readers misread fractions. */
    static String date(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    String urn() {
        return urn(card.id());
    }

    /** Never moves, whatever date the editor shows; in whole seconds, because readers misread fractions. */
    Instant published() {
        return card.firstPublishedAt().truncatedTo(ChronoUnit.SECONDS);
    }

    /** Moves on significant edits and corrections only. */
    Instant updated() {
        return card.updatedAt().truncatedTo(ChronoUnit.SECONDS);
    }

    /** The body to write; absent: there is none, and an empty element would hide the summary from readers of some feeds. */
    @Nullable
    String body() {
        return html == null || html.isEmpty() ? null : html;
    }

    /** What stands for the article where there must be a text: its summary, else its headline. */
    String text() {
        String standfirst = card.standfirst();
        return standfirst == null ? card.title() : standfirst;
    }

    /** What it is filed under, the section first. */
    List<TagLabel> categories() {
        return Stream.concat(Stream.ofNullable(card.section()), card.tags().stream())
                .toList();
    }

    /** Who made it, by name: the contributors, else whoever the byline names; empty: nobody is named. */
    List<String> authors() {
        return card.contributors().isEmpty()
                ? Stream.ofNullable(card.byline()).toList()
                : card.contributors().stream().map(TagLabel::name).toList();
    }
}
