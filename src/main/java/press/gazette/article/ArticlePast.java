package press.gazette.article;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import press.gazette.article.draft.Foreign;
import press.gazette.article.draft.NewArticle;
import press.gazette.database.Row;
import press.gazette.database.Sql;
import press.gazette.problem.Faults;

/** The past of articles in another system: former slugs, and an identity that only one article has. */
public final class ArticlePast {

    private ArticlePast() {}

    /** The article with this identity, visible or not. */
    public static Optional<UUID> find(String system, String id) {
        return Sql.of("select a.id from article a where a.foreign_system = ? and a.foreign_id = ?", system, id)
                .first(Row::uuid);
    }

    /** The articles with these ids in another system, visible or not, with one statement. */
    public static Map<String, UUID> find(String system, List<String> ids) {
        Map<String, UUID> found = new HashMap<>();
        if (!ids.isEmpty()) {
            Sql.of("select a.foreign_id, a.id from article a where a.foreign_system = ? and a.foreign_id in ", system)
                    .plus(Sql.list(ids))
                    .rows(row -> found.put(row.text(), row.uuid()));
        }
        return found;
    }

    /** Those of the slugs that an article has or had, with one statement. */
    public static Set<String> taken(List<String> slugs) {
        if (slugs.isEmpty()) {
            return Set.of();
        }
        return Set.copyOf(Sql.of("select a.slug from article a where a.slug in ")
                .plus(Sql.list(slugs))
                .plus(" union select o.slug from article_alias o where o.slug in ")
                .plus(Sql.list(slugs))
                .rows(Row::text));
    }

    /** Reports former slugs that are taken, and an identity that another article has. */
    static void check(NewArticle begun, Faults faults) {
        List<String> aliases = begun.aliases() == null ? List.of() : begun.aliases();
        Set<String> taken = taken(aliases);
        for (int i = 0; i < aliases.size(); i++) {
            String alias = aliases.get(i);
            faults.check(aliases.indexOf(alias) == i, "/aliases/" + i, "This is listed twice.");
            faults.check(!taken.contains(alias), "/aliases/" + i, "Another article has or had this slug.");
        }
        Foreign foreign = begun.foreign();
        if (foreign != null) {
            find(foreign.system(), foreign.id())
                    .ifPresent(other ->
                            faults.add("/foreign/id", "The article " + other + " has this id of the same system."));
        }
    }
}
