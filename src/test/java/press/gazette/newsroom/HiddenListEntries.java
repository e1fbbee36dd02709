package press.gazette.newsroom;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

import io.quarkus.narayana.jta.QuarkusTransaction;

import press.gazette.article.Article;
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
import press.gazette.tag.Tag;

/** References to the articles of {@link HiddenContent} in the list editors-picks, which readers must not notice. */
final class HiddenListEntries {

    private static final String CANARY = HiddenContent.CANARY;

    private final DataSource database;

    /** The live revision without the hidden entries. */
    private String liveContent;

    private HiddenListEntries(DataSource database) {
        this.database = database;
    }

    static HiddenListEntries create(DataSource database, Instant now) {
        HiddenListEntries entries = new HiddenListEntries(database);
        entries.add(now);
        return entries;
    }

    /**
     * Adds hidden content to the live revision of a list: entries with hidden articles or closed windows, exclusions,
     * supporting links, a source; and schedules another revision.
     */
    private void add(Instant now) {
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
        Overrides words = new Overrides(CANARY, CANARY, CANARY, null, null);
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

    void remove() {
        write(
                "update list_revision set content = ? where id = (select live_id from curated_list where key = '"
                        + Newsroom.EDITORS_PICKS + "')",
                liveContent);
        write("delete from list_revision where author = ?", CANARY);
        write(
                "update curated_list set latest_revision = 1, scheduled_revision = null, scheduled_by = null, publish_at = null"
                        + " where key = ?",
                Newsroom.EDITORS_PICKS);
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
