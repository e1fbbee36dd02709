package press.gazette.article.slug;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.TransactionSynchronizationRegistry;

import io.quarkus.arc.Arc;
import org.jspecify.annotations.Nullable;

import press.gazette.database.Row;
import press.gazette.database.Sql;
import press.gazette.desk.changes.DeskChanges;

/**
 * The slugs, current and former ones, that the running transaction gives to articles. They are in two tables, and no constraint
 * spans both: two transactions at the same moment could give one slug to two articles, as the current one and as a former one. So
 * each transaction compares the tables as its last act, behind a lock that all of them hold until they end: the later one sees
 * what the earlier one has committed. Nodes of a former release do not compare.
 */
public final class SlugClaims {

    private static final Object RUNNING = new Object();

    /** The slugs of one statement. */
    private static final int SLUGS = 500;

    private final TreeSet<String> slugs = new TreeSet<>();

    private SlugClaims() {}

    /** Claims a slug, unless the article has it already. If another article has it, the transaction fails as a collision. */
    public static void change(@Nullable String from, String to) {
        if (!to.equals(from)) {
            add(List.of(to));
        }
    }

    /** Claims former slugs of a new article, and returns them; null: it has none. */
    public static List<String> former(@Nullable List<String> given) {
        if (given == null || given.isEmpty()) {
            return List.of();
        }
        add(given);
        return given;
    }

    private static void add(List<String> given) {
        TransactionSynchronizationRegistry transaction = Arc.container()
                .instance(TransactionSynchronizationRegistry.class)
                .get();
        SlugClaims claims = (SlugClaims) transaction.getResource(RUNNING);
        if (claims == null) {
            claims = new SlugClaims();
            transaction.putResource(RUNNING, claims);
            DeskChanges.lastly(claims::check);
        }
        claims.slugs.addAll(given);
    }

    private void check() {
        List<String> all = new ArrayList<>(slugs);
        for (int from = 0; from < all.size(); from += SLUGS) {
            List<String> some = all.subList(from, Math.min(all.size(), from + SLUGS));
            List<String> twice = Sql.of(
                            "select o.slug from article_alias o join article a on a.slug = o.slug where o.slug in ")
                    .plus(Sql.list(some))
                    .rows(Row::text);
            if (!twice.isEmpty()) {
                throw new OptimisticLockException("Another transaction has given a slug to another article: " + twice);
            }
        }
    }
}
