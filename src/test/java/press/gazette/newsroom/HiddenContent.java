package press.gazette.newsroom;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;

import io.quarkus.narayana.jta.QuarkusTransaction;

import press.gazette.address.Slug;
import press.gazette.article.Article;
import press.gazette.article.ArticleContent;
import press.gazette.article.Correction;
import press.gazette.article.Life;
import press.gazette.article.draft.ArticleType;
import press.gazette.article.draft.Provenance;
import press.gazette.article.draft.PublicationDraft;
import press.gazette.article.draft.Seo;
import press.gazette.body.Body;
import press.gazette.change.Edit;
import press.gazette.media.Media;
import press.gazette.media.Picture;
import press.gazette.tag.Tag;
import press.gazette.tag.TagContent;
import press.gazette.tag.TagType;
import press.gazette.tag.naming.OtherName;

/**
 * Content that readers must not notice, added to the sample newsroom and removed again: articles in every hidden state
 * with a canary in every field, tags that only they have, and references to them in lists, pages, tag families and
 * related articles. Its dates are spread over those of the newsroom.
 */
public final class HiddenContent {

    public static final String CANARY = "canary";

    private final DataSource database;
    private final List<String> addresses = new ArrayList<>();
    private final List<UUID> articles = new ArrayList<>();

    private HiddenListEntries listEntries;
    private HiddenMenuItems menuItems;

    private HiddenContent(DataSource database) {
        this.database = database;
    }

    /** Ids, slugs and former slugs of all hidden content. */
    public List<String> addresses() {
        return addresses;
    }

    /** The ids of the hidden articles, one in each hidden state. */
    public List<UUID> articles() {
        return articles;
    }

    public static HiddenContent create(DataSource database, Instant now) {
        HiddenContent world = new HiddenContent(database);
        QuarkusTransaction.requiringNew().run(() -> world.fill(now));
        world.sql(
                "insert into curated_list (id, key, title, kind, max_items, version, latest_revision) select id, 'canary-list', 'canary',"
                        + " 'manual', 5, 0, 1 from article where slug = 'canary-draft'",
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
        world.listEntries = HiddenListEntries.create(database, now);
        world.menuItems = HiddenMenuItems.create();
        return world;
    }

    /** Removes all of it. */
    public void remove() {
        menuItems.remove();
        listEntries.remove();
        sql(
                "delete from tagging where tag_id in (select id from tag where slug like 'canary%')",
                "delete from tagging where article_id in (select id from article where slug like 'canary%')",
                "delete from tag_alias where slug like 'canary%'",
                "delete from tag_parent where parent_id in (select id from tag where slug like 'canary%')",
                "delete from tag_parent where tag_id in (select id from tag where slug like 'canary%')",
                "delete from tag where slug like 'canary%'",
                "delete from article_related where related_id in (select id from article where slug like 'canary%')",
                "update article_related set position = position / 100",
                "delete from curated_page_list where position = 0",
                "update curated_page_list set position = position + 100",
                "update curated_page_list set position = position - 101",
                "delete from curated_list where key = 'canary-list'",
                "delete from article_alias where article_id in (select id from article where slug like 'canary%')",
                "delete from translation where article in (select id from article where slug like 'canary%' or slug = '"
                        + Newsroom.GAS_CONTRACT + "')",
                "delete from article where slug like 'canary%'",
                "delete from media where alt = 'canary'");
    }

    private void fill(Instant now) {
        Instant hourAgo = now.minus(1, ChronoUnit.HOURS);
        Instant tomorrow = now.plus(Duration.ofDays(1));
        Tag proposed = tag("canary-proposed", "Canary Proposed", TagType.PERSON, List.of("https://canary.test"), now);
        Tag hidden = tag("canary-hidden", "Canary Hidden", TagType.SECTION, List.of(), now);
        Tag author = tag("canary-author", "Canary Author", TagType.CONTRIBUTOR, List.of(), now);
        Tag.getEntityManager().flush();
        Tag.update("state = HIDDEN where text.slug = ?1", hidden.slug());
        List.of(proposed, hidden, author)
                .forEach(tag -> addresses.addAll(List.of(tag.slug(), tag.id().toString())));
        addresses.add("canary-former-tag");
        List<Tag> tags = new ArrayList<>(List.of(proposed, hidden, author));
        tags.addAll(Tag.bySlugs(List.of(Newsroom.PUTIN, "energy", "world", "elena-marsh", Newsroom.RUSSIA, "averil")));
        Media picture =
                new Media(new Picture(null, "https://canary.test/a.jpg", CANARY, CANARY, CANARY, 1, 1, List.of()));
        Tag.getEntityManager().persist(picture);
        hide("canary-draft", tags, picture, now, article -> {});
        hide("canary-page", tags, picture, now, article -> {
            article.embargo(tomorrow, Edit.unsigned(now));
            article.publish(new PublicationDraft(hourAgo, null), Edit.unsigned(now));
        });
        hide("canary-scheduled", tags, picture, now, article -> article.schedule(tomorrow, Edit.unsigned(now)));
        hide("canary-embargoed", tags, picture, now, article -> {
            article.embargo(tomorrow, Edit.unsigned(now));
            article.publish(new PublicationDraft(hourAgo, null), Edit.unsigned(now));
        });
        hide("canary-indefinite", tags, picture, now, article -> {
            article.embargo(Life.INDEFINITELY, Edit.unsigned(now));
            article.publish(new PublicationDraft(hourAgo, null), Edit.unsigned(now));
            article.correct(Correction.Kind.CORRECTION, CANARY, Edit.unsigned(now));
            article.write(article.content().at(new Slug("canary-moved")));
            article.publish(PublicationDraft.ORDINARY, Edit.unsigned(now));
        });
        hide("canary-expired", tags, picture, now, article -> {
            article.expire(hourAgo, Edit.unsigned(now));
            article.publish(new PublicationDraft(hourAgo, null), Edit.unsigned(now));
        });
    }

    private static Tag tag(String slug, String name, TagType type, List<String> sameAs, Instant now) {
        return Tag.propose(
                new TagContent(
                        new Slug(slug),
                        name,
                        type,
                        List.of(new OtherName(CANARY, "en")),
                        CANARY,
                        sameAs,
                        List.of(),
                        null,
                        type == TagType.CONTRIBUTOR ? CANARY : null),
                now);
    }

    private void hide(String slug, List<Tag> tags, Media picture, Instant now, Consumer<Article> life) {
        Article article = Article.file(
                new ArticleContent(
                        new Slug(slug),
                        slug.equals("canary-page") ? ArticleType.PAGE : ArticleType.NEWS,
                        "en-x-" + slug.substring(CANARY.length() + 1),
                        CANARY,
                        CANARY,
                        CANARY,
                        Body.fromMarkdown(CANARY),
                        null,
                        tags,
                        CANARY,
                        picture,
                        null,
                        new Provenance("https://canary.test", CANARY, CANARY),
                        new Seo(CANARY, CANARY, true, picture.id().toString()),
                        List.of(),
                        Article.<Article>find("text.slug", Newsroom.GAS_CONTRACT)
                                .firstResult()),
                Edit.unsigned(now));
        life.accept(article);
        articles.add(article.id());
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
