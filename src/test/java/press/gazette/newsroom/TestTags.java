package press.gazette.newsroom;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;

import press.gazette.change.Change;
import press.gazette.change.Ledger;
import press.gazette.change.Subject;
import press.gazette.tag.Tag;

/** Creates tags at the desk for tests. All their slugs begin with {@code trial-}, for {@link #clear}. */
public final class TestTags {

    public static final String TAGS = "/v1/desk/tags";

    private TestTags() {}

    public static Response create(String content) {
        return Keys.asAdmin().contentType("application/json").body(content).post(TAGS);
    }

    /** Creates a keyword in this state and returns its id. */
    public static String keyword(String slug, String state) {
        return create("""
                        {"slug": "%s", "name": "Trial %s", "type": "keyword", "state": "%s"}""".formatted(slug, slug, state))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Creates a keyword below another tag. */
    public static String below(String parent, String slug) {
        return create("""
                        {"slug": "%s", "name": "Trial %s", "type": "keyword", "state": "active", "parents": ["%s"]}""".formatted(slug, slug, parent))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Changes a tag, whatever its version. */
    public static Response patch(String ref, String patch) {
        return Keys.asAdmin()
                .contentType("application/merge-patch+json; charset=utf-8")
                .header("If-Match", "*")
                .body(patch)
                .patch(TAGS + "/" + ref);
    }

    /** Removes all such tags. */
    public static void clear() {
        clear("slug like 'trial-%'", () -> Tag.list("text.slug like 'trial-%'"));
    }

    /** Removes all tags with other ids. */
    public static void clearAllBut(Collection<UUID> ids) {
        String which = ids.stream().map(UUID::toString).collect(Collectors.joining("', '", "id not in ('", "')"));
        clear(which, () -> Tag.list("id not in ?1", ids));
    }

    /** The ids of all tags. */
    public static Set<UUID> ids() {
        return QuarkusTransaction.requiringNew()
                .call(() -> Tag.<Tag>listAll().stream().map(Tag::id).collect(Collectors.toSet()));
    }

    private static void clear(String which, Supplier<List<Tag>> tags) {
        String ids = "(select id from tag where " + which + ")";
        QuarkusTransaction.requiringNew().run(() -> {
            tags.get().forEach(TestTags::recordRemoval);
            for (String statement : new String[] {
                "delete from tagging where tag_id in " + ids,
                "delete from tag_parent where parent_id in " + ids,
                "delete from tag_parent where tag_id in " + ids,
                "delete from tag_alias where tag_id in " + ids,
                "delete from tag_alias where slug like 'trial-%'",
                "delete from tag_working_slug where tag_id in " + ids,
                "delete from tag_working_slug where slug like 'trial-%'",
                "delete from tag_merged where tag_id in " + ids,
                "delete from tag where " + which
            }) {
                Panache.getEntityManager().createNativeQuery(statement).executeUpdate();
            }
        });
    }

    /** The server has its tags in memory and only learns of changes from the ledger. */
    private static void recordRemoval(Tag tag) {
        Ledger.record(Change.of(Change.Kind.DELETED, tag.subject(), List.of(Subject.TAGS), Instant.now()));
    }
}
