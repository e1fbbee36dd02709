package press.gazette.tag.rebuild;

import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static press.gazette.newsroom.TestTags.clear;
import static press.gazette.newsroom.TestTags.keyword;

import jakarta.inject.Inject;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import press.gazette.newsroom.CachingServer;
import press.gazette.newsroom.ServerCache;

/** Cached responses follow words that are made anew. */
@QuarkusTest
@TestProfile(CachingServer.class)
class CachedTagWordsTest {

    @Inject
    TagWordsRebuild rebuild;

    @AfterEach
    void takeOut() {
        clear();
        ServerCache.invalidate();
    }

    @Test
    void cachedSearchFindsTagsWhoseWordsAreMadeAnew() {
        keyword("trial-zzqcached", "active");
        run("delete from tag_word where tag_id in (select id from tag where slug = 'trial-zzqcached')");
        run("update tag set words_of = null where slug = 'trial-zzqcached'");
        ServerCache.invalidate();
        for (int i = 0; i < 2; i++) {
            when().get("/v1/tags?q=zzqcached").then().statusCode(200).body("items", empty());
        }

        rebuild.round();

        when().get("/v1/tags?q=zzqcached").then().body("items.slug", contains("trial-zzqcached"));
    }

    private static void run(String sql) {
        QuarkusTransaction.requiringNew()
                .run(() -> Panache.getEntityManager().createNativeQuery(sql).executeUpdate());
    }
}
