package press.gazette.article.tagging;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;

import io.quarkus.hibernate.orm.panache.Panache;

import press.gazette.article.Tagging;
import press.gazette.tag.TagMerged;

/**
 * Replaces one tag by another on all articles, with five statements for any number of articles. The articles' versions stay:
 * no content of an editor changes.
 */
final class MovedTaggings {

    /** On articles with both tags, the remaining tag takes the earlier position, so that a primary tag stays primary. */
    private static final String EARLIER = """
            update tagging set position = (select f.position from tagging f
                where f.tag_id = :from and f.article_id = tagging.article_id)
            where tag_id = :into and exists (select 1 from tagging f
                where f.tag_id = :from and f.article_id = tagging.article_id and f.position < tagging.position)""";

    private static final String TWICE = """
            delete from tagging where tag_id = :from and exists (select 1 from tagging i
                where i.tag_id = :into and i.article_id = tagging.article_id)""";

    private static final String MOVED = "update tagging set tag_id = :into where tag_id = :from";

    private static final String DRAFTED_TWICE = """
            delete from draft_tag where tag_id = :from and exists (select 1 from draft_tag i
                where i.tag_id = :into and i.article_id = draft_tag.article_id)""";

    private static final String DRAFTED = "update draft_tag set tag_id = :into where tag_id = :from";

    private MovedTaggings() {}

    static void follow(TagMerged merged) {
        EntityManager entities = Panache.getEntityManager(Tagging.class);
        for (String statement : new String[] {EARLIER, TWICE}) {
            run(entities.createNativeQuery(statement), merged);
        }
        run(entities.createNativeQuery(MOVED), merged);
        run(entities.createNativeQuery(DRAFTED_TWICE), merged);
        run(entities.createNativeQuery(DRAFTED), merged);
    }

    private static void run(Query statement, TagMerged merged) {
        statement
                .setParameter("from", merged.from())
                .setParameter("into", merged.into())
                .executeUpdate();
    }
}
