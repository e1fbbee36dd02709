package press.gazette.change;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The subject of a change, or of a response. Responses carry the names of their subjects as cache groups, changes carry
 * the names of all subjects that they touch.
 *
 * @param key within the kind: an id, the key of a list or page, or a day; empty for a whole kind. It has no white
 *     space, comma or quote, so that the name is a token in every header that carries it
 */
public record Subject(Kind kind, String key) {

    /** The kinds of subjects. The word of a kind is stored and sent: it never changes. */
    public enum Kind {
        ARTICLE("article", true),
        TAG("tag", true),

        /** A picture, wherever it is shown. */
        MEDIA("media", true),
        LIST("list", true),
        PAGE("page", true),

        /** All articles dated on one day (UTC). */
        DAY("day", true),

        /** Every listing of articles whose filter is not a single tag. */
        ARTICLES("articles", false),

        /** Articles that stand in no listing or feed: those of the type page. */
        UNLISTED("unlisted", false),

        /** The vocabulary as a whole. */
        TAGS("tags", false),

        /** Names of tags and pictures, which every card shows. */
        LABELS("labels", false),

        /** The listings of all curated lists and pages. */
        LISTS("lists", false),

        /** The site document. */
        SITE("site", false),

        /** The addresses of a former site. */
        ADDRESSES("addresses", false),

        /** One of them; never in the ledger, which knows them all as one subject. */
        ADDRESS("address", true),

        /** The end of an import: its changes are complete. No response has it. */
        IMPORT("import", true),

        /** A subscriber to changes; never in the ledger, since readers do not know of it. */
        WEBHOOK("webhook", true),

        /** A kind that a newer release has written. The key is the whole name: external caches may know it. */
        UNKNOWN("", true);

        private static final Map<String, Kind> BY_WORD = Arrays.stream(values())
                .filter(kind -> kind != UNKNOWN)
                .collect(Collectors.toUnmodifiableMap(kind -> kind.word, Function.identity()));

        private final String word;
        private final boolean keyed;

        Kind(String word, boolean keyed) {
            this.word = word;
            this.keyed = keyed;
        }

        /** The beginning of every name of this kind; for kinds with keys. */
        String prefix() {
            return word + ":";
        }
    }

    public static final Subject ARTICLES = new Subject(Kind.ARTICLES, "");
    public static final Subject UNLISTED = new Subject(Kind.UNLISTED, "");
    public static final Subject TAGS = new Subject(Kind.TAGS, "");
    public static final Subject LABELS = new Subject(Kind.LABELS, "");
    public static final Subject LISTS = new Subject(Kind.LISTS, "");
    public static final Subject ADDRESSES = new Subject(Kind.ADDRESSES, "");
    public static final Subject SITE = new Subject(Kind.SITE, "");

    public Subject {
        if (kind.keyed == key.isEmpty()) {
            throw new IllegalArgumentException(
                    "A subject of the kind " + kind + " cannot have the key \"" + key + "\"");
        }
    }

    public static Subject article(UUID id) {
        return new Subject(Kind.ARTICLE, id.toString());
    }

    public static Subject tag(UUID id) {
        return new Subject(Kind.TAG, id.toString());
    }

    public static Subject media(UUID id) {
        return new Subject(Kind.MEDIA, id.toString());
    }

    public static Subject list(String key) {
        return new Subject(Kind.LIST, key);
    }

    public static Subject page(String key) {
        return new Subject(Kind.PAGE, key);
    }

    public static Subject address(UUID id) {
        return new Subject(Kind.ADDRESS, id.toString());
    }

    public static Subject imported(UUID job) {
        return new Subject(Kind.IMPORT, job.toString());
    }

    public static Subject webhook(UUID id) {
        return new Subject(Kind.WEBHOOK, id.toString());
    }

    /** All articles dated on the day of this instant, in UTC. */
    public static Subject day(Instant date) {
        return new Subject(Kind.DAY, date.atZone(ZoneOffset.UTC).toLocalDate().toString());
    }

    /**
     * Parses a stored or sent name, which is not empty. A name that this release does not know is {@link Kind#UNKNOWN}.
     */
    public static Subject parse(String name) {
        int colon = name.indexOf(':');
        Kind kind = Kind.BY_WORD.get(colon < 0 ? name : name.substring(0, colon));
        String key = colon < 0 ? "" : name.substring(colon + 1);
        if (kind == null || kind.keyed != (colon >= 0) || kind.keyed == key.isEmpty()) {
            return new Subject(Kind.UNKNOWN, name);
        }
        return new Subject(kind, key);
    }

    /** The name that is stored and sent. */
    public String name() {
        return kind == Kind.UNKNOWN ? key : kind.keyed ? kind.prefix() + key : kind.word;
    }

    /**
     * The id of an article, a tag or a picture.
     *
     * @throws IllegalArgumentException if the key is not a UUID
     */
    public UUID id() {
        return UUID.fromString(key);
    }

    @Override
    public String toString() {
        return name();
    }
}
