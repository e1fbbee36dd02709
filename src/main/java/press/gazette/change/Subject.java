package press.gazette.change;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/**
 * What a change is about and what an answer is made of, by one name: {@code article:0190…}, {@code tag:…}, {@code media:…},
 * {@code list:…}, {@code page:…}, {@code day:2026-11-24}, or a whole kind, such as {@code articles}. Answers carry these names as their cache groups, changes carry
 * the names of what they touch, and so the one finds the other.
 *
 * @param name without white space, commas or quotes, so that it is a token in every header that carries it
 */
public record Subject(String name) {

    /** Every listing of articles whose filter is not a single tag. */
    public static final Subject ARTICLES = new Subject("articles");

    /** The vocabulary as a whole. */
    public static final Subject TAGS = new Subject("tags");

    /** Names of tags and pictures, which cards show beside everything else. */
    public static final Subject LABELS = new Subject("labels");

    /** All curated lists and pages, as listed. */
    public static final Subject LISTS = new Subject("lists");

    static final String ARTICLE = "article:";
    static final String TAG = "tag:";

    public static Subject article(UUID id) {
        return new Subject(ARTICLE + id);
    }

    /** All articles that are dated on the day of this instant, in UTC. */
    public static Subject day(Instant date) {
        return new Subject("day:" + date.atZone(ZoneOffset.UTC).toLocalDate());
    }

    /** Whether it is a single article. */
    boolean isArticle() {
        return name.startsWith(ARTICLE);
    }

    public static Subject tag(UUID id) {
        return new Subject(TAG + id);
    }

    /** The id of the tag; empty: it is something else. */
    public Optional<UUID> tag() {
        return name.startsWith(TAG) ? Optional.of(UUID.fromString(name.substring(TAG.length()))) : Optional.empty();
    }

    /** A picture, wherever it is shown. */
    public static Subject media(UUID id) {
        return new Subject("media:" + id);
    }

    public static Subject list(String key) {
        return new Subject("list:" + key);
    }

    public static Subject page(String key) {
        return new Subject("page:" + key);
    }

    @Override
    public String toString() {
        return name;
    }
}
