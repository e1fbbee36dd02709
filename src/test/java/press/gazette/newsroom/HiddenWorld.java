package press.gazette.newsroom;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;

import io.quarkus.narayana.jta.QuarkusTransaction;

import press.gazette.address.Slug;
import press.gazette.article.Article;
import press.gazette.article.ArticleContent;
import press.gazette.article.ArticleType;
import press.gazette.article.Correction;
import press.gazette.article.Provenance;
import press.gazette.article.Seo;
import press.gazette.article.body.Body;
import press.gazette.media.Media;
import press.gazette.media.Picture;
import press.gazette.tag.Tag;
import press.gazette.tag.TagType;

/**
 * Everything that readers must not know of, put into the sample newsroom and taken out again: articles in every hidden
 * state with a canary in every field, tags that only they carry, and slots in lists, pages, families of tags and related
 * articles that point at them. It is as new or as old as the newsroom: nothing of it may ever show.
 */
public final class HiddenWorld {

    public static final String CANARY = "canary";

    private final DataSource database;
    private final List<String> addresses = new ArrayList<>();

    private HiddenWorld(DataSource database) {
        this.database = database;
    }

    /** Ids, slugs and old slugs of all that is hidden. */
    public List<String> addresses() {
        return addresses;
    }

    public static HiddenWorld create(DataSource database, Instant now) {
        HiddenWorld world = new HiddenWorld(database);
        QuarkusTransaction.requiringNew().run(() -> world.fill(now));
        world.sql(
                "update list_entry set position = position * 100",
                "insert into list_entry (id, revision_id, position, article_id, overrides) select a.id, e.revision_id,"
                        + " e.position + 10 + (select count(*) from article b where b.slug like 'canary%' and b.slug < a.slug), a.id,"
                        + " '{\"title\":\"canary\"}' from article a cross join list_entry e join list_revision r on r.id = e.revision_id join"
                        + " curated_list l on l.id = r.list_id where l.key = 'editors-picks' and a.slug like 'canary%' and e.position = 0",
                "insert into curated_list (id, key, title, kind, max_items, version) select id, 'canary-list', 'canary', 'manual', 5, 0"
                        + " from article where slug = 'canary-draft'",
                "update curated_page_list set position = position + 100",
                "update curated_page_list set position = position - 99",
                "insert into curated_page_list (page_id, position, list_id) select distinct p.page_id, 0, l.id from"
                        + " curated_page_list p cross join curated_list l where l.key = 'canary-list'",
                "update article_related set position = position * 100",
                "insert into article_related (article_id, position, related_id) select r.article_id, 1 + (select count(*) from"
                        + " article b where b.slug like 'canary%' and b.slug < a.slug), a.id from article_related r cross join article a"
                        + " where r.position = 0 and a.slug like 'canary%'",
                "insert into tag_parent (tag_id, position, parent_id) select t.id, 1, c.id from tag t cross join tag c"
                        + " where t.slug = 'russia' and c.slug = 'canary-proposed'",
                "insert into tag_parent (tag_id, position, parent_id) select c.id, 0, t.id from tag t cross join tag c"
                        + " where t.slug = 'europe' and c.slug like 'canary%'",
                "insert into tag_parent (tag_id, position, parent_id) select t.id, 0, c.id from tag t cross join tag c"
                        + " where t.slug = 'film' and c.slug = 'canary-hidden'",
                "insert into tag_alias (slug, tag_id) select 'canary-former-tag', id from tag where slug = 'canary-proposed'",
                "insert into tagging (article_id, tag_id, position, listed, published_at, updated_at) select a.id, c.id, 90, true,"
                        + " a.published_at, a.updated_at from article a cross join tag c where a.slug = '"
                        + Newsroom.GAS_CONTRACT
                        + "' and c.slug = 'canary-hidden'",
                "insert into article_alias (slug, article_id) select 'former-' || slug, id from article where slug like 'canary%'");
        return world;
    }

    /** Takes all of it out again. */
    public void remove() {
        sql(
                "delete from tagging where tag_id in (select id from tag where slug like 'canary%')",
                "delete from tagging where article_id in (select id from article where slug like 'canary%')",
                "delete from tag_alias where slug like 'canary%'",
                "delete from tag_parent where parent_id in (select id from tag where slug like 'canary%')",
                "delete from tag_parent where tag_id in (select id from tag where slug like 'canary%')",
                "delete from tag where slug like 'canary%'",
                "delete from article_related where related_id in (select id from article where slug like 'canary%')",
                "update article_related set position = position / 100",
                "delete from list_entry where article_id in (select id from article where slug like 'canary%')",
                "update list_entry set position = position / 100",
                "delete from curated_page_list where position = 0",
                "update curated_page_list set position = position + 100",
                "update curated_page_list set position = position - 101",
                "delete from curated_list where key = 'canary-list'",
                "delete from article_alias where article_id in (select id from article where slug like 'canary%')",
                "delete from article where slug like 'canary%'",
                "delete from media where alt = 'canary'");
    }

    private void fill(Instant now) {
        Instant hourAgo = now.minus(1, ChronoUnit.HOURS);
        Instant tomorrow = now.plus(Duration.ofDays(1));
        Tag proposed = Tag.propose(
                new Slug("canary-proposed"),
                "Canary Proposed",
                TagType.PERSON,
                CANARY,
                List.of("https://canary.test"),
                now);
        Tag hidden = Tag.propose(new Slug("canary-hidden"), "Canary Hidden", TagType.SECTION, CANARY, List.of(), now);
        Tag author =
                Tag.propose(new Slug("canary-author"), "Canary Author", TagType.CONTRIBUTOR, CANARY, List.of(), now);
        Tag.getEntityManager().flush();
        Tag.update("state = HIDDEN where slug = ?1", hidden.slug());
        List.of(proposed, hidden, author)
                .forEach(tag -> addresses.addAll(List.of(tag.slug(), tag.id().toString())));
        addresses.add("canary-former-tag");
        List<Tag> tags = new ArrayList<>(List.of(proposed, hidden, author));
        tags.addAll(Tag.bySlugs(List.of(Newsroom.PUTIN, "energy", "world", "elena-marsh", Newsroom.RUSSIA, "averil")));
        Media picture =
                new Media(new Picture(null, "https://canary.test/a.jpg", CANARY, CANARY, CANARY, 1, 1, List.of()));
        Tag.getEntityManager().persist(picture);
        hide("canary-draft", tags, picture, now, article -> {});
        hide("canary-scheduled", tags, picture, now, article -> article.schedule(tomorrow, now));
        hide("canary-embargoed", tags, picture, now, article -> {
            article.embargo(tomorrow, now);
            article.publish(hourAgo, now);
        });
        hide("canary-indefinite", tags, picture, now, article -> {
            article.embargo(Article.INDEFINITELY, now);
            article.publish(hourAgo, now);
            article.correct(new Correction(now, Correction.Kind.CORRECTION, CANARY), now);
            article.write(article.content().at(new Slug("canary-moved")));
            article.republish(null, false, true, now);
        });
        hide("canary-expired", tags, picture, now, article -> {
            article.expire(hourAgo, now);
            article.publish(hourAgo, now);
        });
    }

    private void hide(String slug, List<Tag> tags, Media picture, Instant now, Consumer<Article> life) {
        Article article = Article.draft(
                new ArticleContent(
                        new Slug(slug),
                        ArticleType.NEWS,
                        "en",
                        CANARY,
                        CANARY,
                        CANARY,
                        Body.fromMarkdown(CANARY),
                        tags,
                        CANARY,
                        picture,
                        new Provenance("https://canary.test", CANARY, CANARY),
                        new Seo(CANARY, CANARY),
                        List.of()),
                now);
        life.accept(article);
        addresses.addAll(List.of(
                article.slug(), slug, "former-" + article.slug(), article.id().toString()));
    }

    private void sql(String... statements) {
        try (Connection connection = database.getConnection()) {
            for (String statement : statements) {
                try (PreparedStatement prepared = connection.prepareStatement(statement)) {
                    prepared.executeUpdate();
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
