package press.gazette.search.source;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import press.gazette.change.LedgerPosition;

/**
 * The place of an index in the ledger, which stands in the index itself.
 *
 * @param database the identity of the database whose articles these are
 * @param mapping of texts to words; an index of another mapping is built anew
 * @param position behind the last change that has been read
 * @param tags whose articles are still to be indexed again
 * @param purge the number of a change whose legally withdrawn words the files may still have; 0: none
 */
public record IndexBookmark(
        UUID database, String mapping, LedgerPosition position, Map<UUID, PendingTag> tags, long purge) {

    private static final String DATABASE_KEY = "database";
    private static final String MAPPING_KEY = "mapping";
    private static final String SEQ_KEY = "seq";
    private static final String AT_KEY = "at";
    private static final String TAGS_KEY = "tags";
    private static final String PURGE_KEY = "purge";

    /** An article in the order of a listing, the newest first. */
    public record DatedArticle(Instant publishedAt, UUID id) {

        public static final DatedArticle BEFORE_ALL =
                new DatedArticle(Instant.parse("9999-12-31T23:59:59Z"), new UUID(-1, -1));
    }

    /**
     * A tag whose articles are still to be indexed again.
     *
     * @param last the last article that has been; {@link DatedArticle#BEFORE_ALL}: none
     * @param before the position before its change
     */
    public record PendingTag(DatedArticle last, LedgerPosition before) {

        /** Reads it from the parts behind the tag. */
        private static PendingTag of(String... parts) {
            return new PendingTag(
                    new DatedArticle(Instant.parse(parts[1]), UUID.fromString(parts[2])),
                    new LedgerPosition(Long.parseLong(parts[3]), Instant.parse(parts[4])));
        }

        private String text() {
            return String.join(
                    ",",
                    last.publishedAt().toString(),
                    last.id().toString(),
                    Long.toString(before.seq()),
                    before.at().toString());
        }
    }

    public IndexBookmark {
        tags = Map.copyOf(tags);
    }

    /** The position of what a search sees: the articles of pending tags still have the names from before. */
    public LedgerPosition shown() {
        return tags.values().stream()
                .map(PendingTag::before)
                .min(Comparator.comparingLong(LedgerPosition::seq))
                .orElse(position);
    }

    public Map<String, String> data() {
        Map<String, String> data = new LinkedHashMap<>();
        data.put(DATABASE_KEY, database.toString());
        data.put(MAPPING_KEY, mapping);
        data.put(SEQ_KEY, Long.toString(position.seq()));
        data.put(AT_KEY, position.at().toString());
        data.put(
                TAGS_KEY,
                tags.entrySet().stream()
                        .map(each -> each.getKey() + "," + each.getValue().text())
                        .collect(Collectors.joining(" ")));
        data.put(PURGE_KEY, Long.toString(purge));
        return data;
    }

    /** Reads the data; null: an index that was never complete, or not one of Gazette. */
    public static @Nullable IndexBookmark of(Map<String, String> data) {
        try {
            return new IndexBookmark(
                    UUID.fromString(data.getOrDefault(DATABASE_KEY, "")),
                    data.getOrDefault(MAPPING_KEY, ""),
                    new LedgerPosition(
                            Long.parseLong(data.getOrDefault(SEQ_KEY, "")),
                            Instant.parse(data.getOrDefault(AT_KEY, ""))),
                    tags(data.getOrDefault(TAGS_KEY, "")),
                    Long.parseLong(data.getOrDefault(PURGE_KEY, "")));
        } catch (IllegalArgumentException | java.time.format.DateTimeParseException e) {
            return null;
        }
    }

    private static Map<UUID, PendingTag> tags(String text) {
        return Stream.of(text.split(" ", -1))
                .filter(each -> !each.isEmpty())
                .map(each -> each.split(",", -1))
                .collect(Collectors.toMap(parts -> UUID.fromString(parts[0]), PendingTag::of));
    }
}
