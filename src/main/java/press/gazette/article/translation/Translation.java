package press.gazette.article.translation;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.query.QueryFlushMode;
import org.jspecify.annotations.Nullable;

import press.gazette.database.Row;
import press.gazette.database.Sql;
import press.gazette.problem.Problem;

/**
 * The place of an article among the translations of one original. The original has a row too, once it has a translation; an
 * article without translations has none. The database allows one article for each language and original.
 */
@Entity
public class Translation extends PanacheEntityBase {

    /**
     * A change of an article's original.
     *
     * @param before null: it had none
     * @param after null: it has none
     */
    public record Move(@Nullable UUID before, @Nullable UUID after) {

        /** Both, without null. */
        public Stream<UUID> originals() {
            return Stream.of(Optional.ofNullable(before), Optional.ofNullable(after))
                    .flatMap(Optional::stream);
        }

        /** True if the article has left the translations of one original, or joined those of another. */
        public boolean isReal() {
            return !Objects.equals(before, after);
        }
    }

    /** The most translations of one original: every response with the story lists them. */
    public static final int MOST = 100;

    @Id
    private UUID article;

    /** The article of which all are translations; the original names itself. */
    private UUID original;

    /** In lower case. Absent: the article is withdrawn. */
    private @Nullable String language;

    protected Translation() {}

    /** The original of an article that is translated or a translation; empty: it is neither. */
    public static Optional<UUID> originalOf(UUID article) {
        return originals(List.of(article)).stream().findFirst();
    }

    /** The slug of another article that is the original's translation in that language, or the original itself; empty: none. */
    public static Optional<String> taken(UUID original, String language, @Nullable UUID self) {
        return Sql.of("""
                        select a.slug from translation t join article a on a.id = t.article
                        where t.original = ? and t.language = ?""", original, language.toLowerCase(Locale.ROOT))
                .plus(self == null ? Sql.NONE : Sql.of(" and t.article <> ?", self))
                .first(Row::text);
    }

    /** Rejects the removal of an original: its translations would name something that is gone. */
    public static void requireUntranslated(UUID article) {
        if (isTranslated(article)) {
            throw Problem.conflict("Other articles are translations of this one. Discard them, or remove their "
                    + "translationOf, first.");
        }
    }

    /** True if other articles are translations of this one. */
    public static boolean isTranslated(UUID article) {
        return count("original = ?1 and article <> ?1", article) > 0;
    }

    /** True if the original has {@link #MOST} translations besides this article. */
    public static boolean isFull(UUID original, @Nullable UUID self) {
        long others = self == null
                ? count("original = ?1 and article <> ?1", original)
                : count("original = ?1 and article <> ?1 and article <> ?2", original, self);
        return others >= MOST;
    }

    /** Locks all translations of the originals: of two of them that appear at once, the later one finds the other. */
    public static void lock(Collection<UUID> originals) {
        if (!originals.isEmpty()) {
            Panache.getSession(Translation.class)
                    .createNativeQuery(
                            "select t.article from translation t where t.original in :originals order by t.article for update",
                            UUID.class)
                    .setParameter("originals", originals)
                    .setQueryFlushMode(QueryFlushMode.NO_FLUSH)
                    .getResultList();
        }
    }

    /** The originals around some articles. A flush would count a version of an article that is still changing. */
    private static List<UUID> originals(Collection<UUID> articles) {
        return Panache.getSession(Translation.class)
                .createSelectionQuery(
                        "select distinct t.original from Translation t where t.article in :articles", UUID.class)
                .setParameter("articles", articles)
                .setQueryFlushMode(QueryFlushMode.NO_FLUSH)
                .getResultList();
    }

    /**
     * Sets or removes the original of an article. An article with translations remains an original.
     *
     * @param of the original; null: the article is not a translation
     */
    public static Move setOriginal(Version own, @Nullable Version of) {
        List<UUID> around = originals(of == null ? List.of(own.article()) : List.of(own.article(), of.article()));
        if (of == null && around.isEmpty()) {
            return new Move(null, null);
        }
        lock(around);
        Translation row = locked(own.article());
        UUID before = row == null ? null : row.original;
        if (of == null && before != null && !before.equals(own.article())) {
            Objects.requireNonNull(row).delete();
            return new Move(before, null);
        }
        if (of != null && row != null && isTranslated(own.article())) {
            throw Problem.conflict("Another article has just become a translation of this one.");
        }
        // The original may have become a translation of a third article meanwhile.
        UUID after = of == null ? before : originalRow(of).original;
        if (after != null) {
            store(row, own, after);
        }
        return new Move(before, after);
    }

    /** Lets another article take the place of one that is withdrawn. */
    public static void releaseLanguage(UUID article) {
        lock(originals(List.of(article)));
        Translation row = locked(article);
        if (row != null) {
            row.language = null;
        }
    }

    /** Reserves the language of an article that returns from a withdrawal. Rejected if a translation has taken it. */
    public static void reserveLanguage(Version own) {
        lock(originals(List.of(own.article())));
        Translation row = locked(own.article());
        String language = own.language();
        if (row != null && row.language == null && language != null) {
            taken(row.original, language, own.article()).ifPresent(other -> {
                throw Problem.conflict("The article \"" + other + "\" tells the story in the language " + language
                        + " since this one was withdrawn. Remove the translationOf of one of them first.");
            });
            row.language = lower(language);
        }
    }

    private static @Nullable Translation locked(UUID article) {
        return findById(article, LockModeType.PESSIMISTIC_WRITE);
    }

    private static Translation originalRow(Version original) {
        Translation row = locked(original.article());
        return row == null ? store(null, original, original.article()) : row;
    }

    private static Translation store(@Nullable Translation former, Version own, UUID original) {
        Translation row = former == null ? new Translation() : former;
        row.article = own.article();
        row.original = original;
        row.language = lower(own.language());
        row.persist();
        return row;
    }

    private static @Nullable String lower(@Nullable String language) {
        return language == null ? null : language.toLowerCase(Locale.ROOT);
    }
}
