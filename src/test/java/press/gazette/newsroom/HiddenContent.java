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
import press.gazette.article.Provenance;
import press.gazette.article.draft.ArticleType;
import press.gazette.article.draft.PublicationDraft;
import press.gazette.article.draft.Seo;
import press.gazette.body.Body;
import press.gazette.change.Edit;
import press.gazette.curation.content.ExternalLink;
import press.gazette.curation.content.ListContent;
import press.gazette.curation.content.ListEntry;
import press.gazette.curation.content.Overrides;
import press.gazette.curation.content.Placement;
import press.gazette.curation.content.Settings;
import press.gazette.curation.content.Source;
import press.gazette.curation.content.SourceQuery;
import press.gazette.curation.content.Supporting;
import press.gazette.curation.content.Target;
import press.gazette.json.Json;
import press.gazette.media.Media;
import press.gazette.media.Picture;
import press.gazette.tag.Tag;
import press.gazette.tag.TagContent;
import press.gazette.tag.TagType;

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

    /** The live revision of editors-picks without the hidden entries. */
    private String liveContent;

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
        world.hideInLists(now);
        world.menuItems = HiddenMenuItems.create();
        return world;
    }

    /**
     * Adds hidden content to the live revision of a list: entries with hidden articles or closed windows, exclusions,
     * supporting links, a source; and schedules another revision.
     */
    private void hideInLists(Instant now) {
        liveContent = QuarkusTransaction.requiringNew().call(() -> (String) Tag.getEntityManager()
                .createNativeQuery(
                        "select cast(r.content as varchar(100000)) from list_revision r join curated_list l on"
                                + " l.live_id = r.id where l.key = '" + Newsroom.EDITORS_PICKS + "'")
                .getSingleResult());
        ListContent content = Json.fromColumn(liveContent, ListContent.class);
        UUID tag = QuarkusTransaction.requiringNew()
                .call(() -> Tag.bySlugs(List.of("canary-proposed")).get(0).id());
        List<UUID> articles = QuarkusTransaction.requiringNew()
                .call(() -> Article.<Article>list("text.title = ?1 order by id", CANARY).stream()
                        .map(Article::id)
                        .toList());
        UUID shown = QuarkusTransaction.requiringNew()
                .call(() -> Article.<Article>find("text.slug", Newsroom.NIGHT_TRAMS)
                        .firstResult()
                        .id());
        Instant tomorrow = now.plus(Duration.ofDays(1));
        Overrides words = new Overrides(CANARY, CANARY, CANARY, null);
        List<ListEntry> entries = new ArrayList<>();
        int pin = 1;
        for (UUID article : articles) {
            entries.add(entry(new Target.ToArticle(article), pin++, null, null, words));
        }
        Target link = new Target.Link(new ExternalLink("https://canary.test", CANARY, null, null, null));
        entries.add(entry(new Target.ToArticle(shown), null, tomorrow, null, words));
        entries.add(entry(new Target.ToArticle(shown), 1, null, now.minusSeconds(1), words));
        entries.add(entry(link, 2, tomorrow, tomorrow.plusSeconds(1), null));
        entries.add(entry(new Target.LatestOf(tag), 3, null, null, words));
        List<Supporting> supporting = articles.stream()
                .limit(4)
                .<Supporting>map(each -> new Supporting.OfArticle(each, CANARY))
                .toList();
        content.entries().forEach(each -> entries.add(with(supporting, each)));
        List<Source> fill = new ArrayList<>(List.of(
                new Source.Query(new SourceQuery(tag.toString(), null, null, null, "P1D", null), null),
                new Source.LatestOf(tag, null)));
        fill.addAll(content.settings().fill());
        Settings former = content.settings();
        Settings settings = new Settings(
                former.title(),
                former.kind(),
                former.minItems(),
                former.maxItems(),
                former.dedupe(),
                former.groups(),
                fill,
                articles);
        write(
                "update list_revision set content = ? where id = (select live_id from curated_list where key = '"
                        + Newsroom.EDITORS_PICKS + "')",
                Json.column(new ListContent(settings, entries)));
        write(
                "insert into list_revision (id, list_id, number, saved_at, author, content) select r.list_id, r.list_id, 2,"
                        + " r.saved_at, 'canary', ? from list_revision r join curated_list l on l.live_id = r.id where l.key ="
                        + " '" + Newsroom.EDITORS_PICKS + "'",
                liveContent.replace("Editor’s Picks", CANARY));
        write(
                "update curated_list set latest_revision = 2, scheduled_revision = 2, scheduled_by = ?, publish_at ="
                        + " timestamp with time zone '2100-01-01 00:00:00+00:00' where key = '" + Newsroom.EDITORS_PICKS
                        + "'",
                CANARY);
    }

    private static ListEntry entry(Target target, Integer pin, Instant startsAt, Instant endsAt, Overrides overrides) {
        return new ListEntry(
                UUID.randomUUID(), new Placement(target, pin, null, startsAt, endsAt, overrides, List.of()));
    }

    private static ListEntry with(List<Supporting> supporting, ListEntry entry) {
        Placement placed = entry.placed();
        return new ListEntry(
                entry.id(),
                new Placement(
                        placed.target(),
                        placed.pin(),
                        placed.group(),
                        placed.startsAt(),
                        placed.endsAt(),
                        placed.overrides(),
                        supporting));
    }

    /** Removes all of it. */
    public void remove() {
        menuItems.remove();
        write(
                "update list_revision set content = ? where id = (select live_id from curated_list where key = '"
                        + Newsroom.EDITORS_PICKS + "')",
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
                        + " where key = '" + Newsroom.EDITORS_PICKS + "'",
                "delete from article_alias where article_id in (select id from article where slug like 'canary%')",
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
        return Tag.propose(new TagContent(new Slug(slug), name, type, CANARY, sameAs, List.of(), null), now);
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
