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
import press.gazette.article.ArticleType;
import press.gazette.article.Correction;
import press.gazette.article.Provenance;
import press.gazette.article.Seo;
import press.gazette.article.body.Body;
import press.gazette.curation.draft.EntryDraft;
import press.gazette.curation.draft.ExternalLink;
import press.gazette.curation.draft.Fill;
import press.gazette.curation.draft.FillQuery;
import press.gazette.curation.draft.ListContent;
import press.gazette.curation.draft.ListEntry;
import press.gazette.curation.draft.ListSettings;
import press.gazette.curation.draft.Overrides;
import press.gazette.curation.draft.Supporting;
import press.gazette.curation.draft.Target;
import press.gazette.json.Json;
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

    /** What the live revision of editors-picks says without what is hidden. */
    private String liveContent;

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
        world.hideInLists(now);
        return world;
    }

    /**
     * Puts what readers must not know of into the live revision of a list: entries whose articles are hidden or whose
     * windows are closed, exclusions, supporting links, a source; and schedules another revision.
     */
    private void hideInLists(Instant now) {
        liveContent = QuarkusTransaction.requiringNew().call(() -> (String) Tag.getEntityManager()
                .createNativeQuery(
                        "select cast(r.content as varchar(100000)) from list_revision r join curated_list l on"
                                + " l.live_id = r.id where l.key = 'editors-picks'")
                .getSingleResult());
        ListContent content = Json.fromColumn(liveContent, ListContent.class);
        String tag = QuarkusTransaction.requiringNew()
                .call(() -> Tag.bySlugs(List.of("canary-proposed")).get(0).id().toString());
        List<String> articles = QuarkusTransaction.requiringNew()
                .call(() -> Article.<Article>list("title = ?1 order by id", CANARY).stream()
                        .map(article -> article.id().toString())
                        .toList());
        String shown = QuarkusTransaction.requiringNew()
                .call(() -> Article.<Article>find("slug", "night-trams-return")
                        .firstResult()
                        .id()
                        .toString());
        Instant tomorrow = now.plus(Duration.ofDays(1));
        Overrides words = new Overrides(CANARY, CANARY, CANARY, null);
        List<ListEntry> entries = new ArrayList<>();
        int pin = 1;
        for (String article : articles) {
            entries.add(entry(new Target(article, null, null), pin++, null, null, words));
        }
        Target link = new Target(null, null, new ExternalLink("https://canary.test", CANARY, null, null, null));
        entries.add(entry(new Target(shown, null, null), null, tomorrow, null, words));
        entries.add(entry(new Target(shown, null, null), 1, null, now.minusSeconds(1), words));
        entries.add(entry(link, 2, tomorrow, tomorrow.plusSeconds(1), null));
        entries.add(entry(new Target(null, tag, null), 3, null, null, words));
        List<Supporting> supporting = articles.stream()
                .limit(4)
                .map(each -> new Supporting(each, null, CANARY))
                .toList();
        content.entries()
                .forEach(each -> entries.add(new ListEntry(
                        each.id(), each.placed().naming(each.placed().target(), supporting))));
        List<Fill> fill = new ArrayList<>(List.of(
                new Fill(new FillQuery(tag, null, null, null, "P1D", null), null, null, null),
                new Fill(null, null, tag, null)));
        fill.addAll(content.settings().fill());
        ListSettings settings = content.settings().naming(null, fill, articles);
        write(
                "update list_revision set content = ? where id = (select live_id from curated_list where key = 'editors-picks')",
                Json.column(new ListContent(settings, entries)));
        write(
                "insert into list_revision (id, list_id, number, saved_at, author, content) select r.list_id, r.list_id, 2,"
                        + " r.saved_at, 'canary', ? from list_revision r join curated_list l on l.live_id = r.id where l.key ="
                        + " 'editors-picks'",
                liveContent.replace("Editor’s Picks", CANARY));
        write(
                "update curated_list set latest_revision = 2, scheduled_revision = 2, scheduled_by = ?, publish_at ="
                        + " timestamp with time zone '2100-01-01 00:00:00+00:00' where key = 'editors-picks'",
                CANARY);
    }

    private static ListEntry entry(Target target, Integer pin, Instant startsAt, Instant endsAt, Overrides overrides) {
        return new ListEntry(
                UUID.randomUUID(), new EntryDraft(target, pin, null, startsAt, endsAt, overrides, List.of()));
    }

    /** Takes all of it out again. */
    public void remove() {
        write(
                "update list_revision set content = ? where id = (select live_id from curated_list where key = 'editors-picks')",
                liveContent);
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
                "delete from list_revision where author = 'canary'",
                "delete from curated_list where key = 'canary-list'",
                "update curated_list set latest_revision = 1, scheduled_revision = null, scheduled_by = null, publish_at = null"
                        + " where key = 'editors-picks'",
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
            article.republish(null, false, now);
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

    private void write(String statement, String value) {
        try (Connection connection = database.getConnection();
                PreparedStatement prepared = connection.prepareStatement(statement)) {
            prepared.setString(1, value);
            prepared.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
