package press.gazette.tag.reading;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import press.gazette.address.Id;
import press.gazette.database.Row;
import press.gazette.database.SearchKey;
import press.gazette.database.Sql;
import press.gazette.paging.Cursor;
import press.gazette.paging.DatedKey;
import press.gazette.paging.ListingAddress;
import press.gazette.problem.Problem;
import press.gazette.tag.naming.NameWords;

/** The order of a listing of tags {@code t}, with the place in it behind which a page starts. */
public sealed interface TagOrder {

    /** The most characters of the parameter {@code q}. */
    int LONGEST_SEARCH = NameWords.LONGEST;

    /** The columns of the key, which {@link #key} reads. */
    String columns();

    String tables();

    /**
     * The columns in ORDER BY.
     *
     * @param leading a column that is bound to one value and leads the index; empty: none
     */
    String by(String leading);

    /** The condition for the tags of the page and of those behind it. */
    Sql condition();

    /** Reads the key of a row. */
    Cursor key(Row row);

    /** The order of the words that {@code q} finds, or without it of the slugs. Rejects bad parameters. */
    static TagOrder parse(@Nullable String q, @Nullable String cursor, ListingAddress address) {
        if (q == null) {
            return new BySlug(
                    cursor == null
                            ? null
                            : Cursor.decode(cursor, address, 1).key().get(0));
        }
        String search = search(q);
        return new ByWord(search, cursor == null ? null : ByWord.Place.of(Cursor.decode(cursor, address, 2)));
    }

    private static String search(String q) {
        boolean isReadable = q.length() <= LONGEST_SEARCH && q.chars().noneMatch(Character::isISOControl);
        String search = isReadable ? NameWords.cut(NameWords.begin(SearchKey.of(q))) : "";
        if (search.isEmpty()) {
            throw Problem.invalidParameter(
                    "q", "The parameter q is 1 to " + LONGEST_SEARCH + " characters without control characters.");
        }
        return search;
    }

    /** The slugs in alphabetical order. */
    record BySlug(@Nullable String after) implements TagOrder {

        @Override
        public String columns() {
            return "t.slug";
        }

        @Override
        public String tables() {
            return "tag t";
        }

        @Override
        public String by(String leading) {
            return leading.isEmpty() ? "t.slug" : leading + ", t.slug";
        }

        @Override
        public Sql condition() {
            return after == null ? Sql.NONE : Sql.of(" and t.slug > ?", after);
        }

        @Override
        public Cursor key(Row row) {
            return Cursor.of(row.text());
        }
    }

    /** The last edited first. */
    record ByEdit(@Nullable DatedKey after) implements TagOrder {

        @Override
        public String columns() {
            return "t.modified_at, t.id";
        }

        @Override
        public String tables() {
            return "tag t";
        }

        @Override
        public String by(String leading) {
            return (leading.isEmpty() ? "" : leading + " asc, ") + "t.modified_at desc, t.id desc";
        }

        @Override
        public Sql condition() {
            return after == null ? Sql.NONE : Sql.of(" and (t.modified_at, t.id) < (?, ?)", after.date(), after.id());
        }

        @Override
        public Cursor key(Row row) {
            return new DatedKey(row.instant(), row.uuid()).cursor();
        }
    }

    /**
     * The words that a search finds, in alphabetical order. The statement walks the index of words and takes each tag at the first
     * of its words that begins as the search does: each page costs as much as the first.
     *
     * @param search the beginning of a word, in the form that searches compare
     */
    record ByWord(String search, @Nullable Place after) implements TagOrder {

        /** A text followed by this sorts behind every text that begins with it. */
        private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

        /** A word of a tag. */
        record Place(String word, UUID tag) {

            static Place of(Cursor cursor) {
                UUID tag = Id.of(cursor.key().get(1)).map(Id::value).orElseThrow(Cursor::unreadable);
                return new Place(cursor.key().get(0), tag);
            }
        }

        @Override
        public String columns() {
            return "w.word, w.tag_id";
        }

        /** An outer join, though each word has its tag: H2 would read all tags first, by their state. */
        @Override
        public String tables() {
            return "tag_word w left join tag t on t.id = w.tag_id";
        }

        @Override
        public String by(String leading) {
            return columns();
        }

        @Override
        public Sql condition() {
            Sql first = Sql.of(
                    " and not exists (select 1 from tag_word o where o.tag_id = w.tag_id and o.word >= ? and o.word < w.word)",
                    search);
            return range().plus(first);
        }

        /** The lower bound of the word alone makes a range of the index on both databases. */
        private Sql range() {
            Sql end = Sql.of(" and w.word < ?", search + LAST);
            return after == null
                    ? end.plus(" and w.word >= ?", search)
                    : end.plus(" and w.word >= ?", after.word())
                            .plus(" and (w.word, w.tag_id) > (?, ?)", after.word(), after.tag());
        }

        @Override
        public Cursor key(Row row) {
            return Cursor.of(row.text(), row.uuid());
        }
    }
}
