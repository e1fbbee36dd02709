package press.gazette.importer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import io.quarkus.runtime.util.ClassPathUtils;
import org.jspecify.annotations.Nullable;

import press.gazette.address.Slug;
import press.gazette.article.Article;
import press.gazette.article.ArticleContent;
import press.gazette.article.Correction;
import press.gazette.article.Provenance;
import press.gazette.article.Status;
import press.gazette.article.body.Body;
import press.gazette.curation.CuratedList;
import press.gazette.curation.CuratedPage;
import press.gazette.curation.draft.EntryDraft;
import press.gazette.curation.draft.Fill;
import press.gazette.curation.draft.FillQuery;
import press.gazette.curation.draft.ListContent;
import press.gazette.curation.draft.ListEntry;
import press.gazette.curation.draft.ListSettings;
import press.gazette.json.Json;
import press.gazette.media.Media;
import press.gazette.media.Picture;
import press.gazette.media.Rendition;
import press.gazette.tag.Tag;

/** "The Averil Gazette": a whole small newsroom, loaded by the same moves that the desk makes. */
final class SampleNewsroom {

    private static final String FOLDER = "newsroom/";
    private static final String PICTURES = "/newsroom/pictures/";
    private static final String LANGUAGE = "en";

    private final Instant load;
    private final Map<String, Media> pictures = new HashMap<>();
    private final Map<String, Tag> tags = new HashMap<>();
    private final Map<String, Article> articles = new HashMap<>();

    private SampleNewsroom(Instant load) {
        this.load = load;
    }

    /** Loads everything in the running transaction and returns the number of articles. */
    static int load(Instant now) {
        SampleNewsroom newsroom = new SampleNewsroom(now);
        newsroom.loadPictures();
        newsroom.loadTags();
        newsroom.loadArticles();
        newsroom.loadLists();
        return newsroom.articles.size();
    }

    private void loadPictures() {
        for (SampleFiles.PictureEntry entry :
                yaml("pictures.yaml", SampleFiles.Pictures.class).pictures()) {
            String url = PICTURES + entry.file();
            int inset = (entry.width() - entry.height()) / 2;
            // A fragment that shows a part of the drawing (SVG 2 §16.3): a crop without a second file.
            String square = "%s#svgView(viewBox(%d,0,%d,%d))".formatted(url, inset, entry.height(), entry.height());
            Media media = new Media(new Picture(
                    null,
                    url,
                    entry.alt(),
                    entry.caption(),
                    entry.credit(),
                    entry.width(),
                    entry.height(),
                    List.of(
                            new Rendition("wide", url, entry.width(), entry.height()),
                            new Rendition("square", square, entry.height(), entry.height()))));
            media.persist();
            pictures.put(entry.key(), media);
        }
    }

    private void loadTags() {
        List<SampleFiles.TagEntry> entries =
                yaml("tags.yaml", SampleFiles.Tags.class).tags();
        for (SampleFiles.TagEntry entry : entries) {
            Tag tag = Tag.coin(
                    new Slug(entry.slug()),
                    entry.name(),
                    entry.type(),
                    entry.description(),
                    orEmpty(entry.sameAs()),
                    load);
            if (entry.image() != null) {
                tag.illustrate(of(pictures, entry.image()));
            }
            orEmpty(entry.aliases()).forEach(alias -> tag.alias(new Slug(alias)));
            tags.put(entry.slug(), tag);
        }
        for (SampleFiles.TagEntry entry : entries) {
            of(tags, entry.slug()).narrow(all(tags, orEmpty(entry.parents())));
        }
    }

    /** In the order in which they were published, as a newsroom would have done it. */
    private void loadArticles() {
        List<Story> stories = stories().stream()
                .sorted(Comparator.comparing((Story story) -> story.date(load)))
                .toList();
        for (Story story : stories) {
            Article article = Article.draft(content(story), story.date(load));
            live(article, story);
            articles.put(story.slug(), article);
        }
        for (Story story : stories) {
            of(articles, story.slug()).relate(all(articles, orEmpty(story.head().related())));
        }
    }

    private ArticleContent content(Story story) {
        List<String> former = orEmpty(story.head().aliases());
        return new ArticleContent(
                new Slug(former.isEmpty() ? story.slug() : former.get(0)),
                story.head().type(),
                LANGUAGE,
                story.head().title(),
                story.head().kicker(),
                story.head().standfirst(),
                Body.fromMarkdown(story.markdown()),
                all(tags, story.tags()),
                story.head().byline(),
                of(pictures, story.head().image()),
                Provenance.OWN,
                story.head().seo(),
                List.of());
    }

    /** Leads the article through what the file says of its life. */
    private void live(Article article, Story story) {
        Story.Head head = story.head();
        Instant date = story.date(load);
        if (head.status() == Status.DRAFT) {
            return;
        }
        if (head.publishIn() != null) {
            article.schedule(Story.behind(load, head.publishIn()), date);
            return;
        }
        if (head.embargoFor() != null) {
            article.embargo(Story.behind(load, head.embargoFor()), date);
        }
        article.publish(null, date);
        if (!orEmpty(head.aliases()).isEmpty()) {
            article.write(article.content().at(new Slug(story.slug())));
            article.republish(null, false, date);
        }
        for (Story.Note note : orEmpty(head.corrections())) {
            Instant at = Story.before(load, note.age());
            article.correct(new Correction(at, note.kind(), note.text()), at);
        }
        if (head.updated() != null) {
            Instant at = Story.before(load, head.updated());
            article.republish(null, true, at);
        }
        if (head.expiredFor() != null) {
            Instant at = Story.before(load, head.expiredFor());
            article.expire(at, at);
        }
        if (head.withdrawn() != null) {
            Story.Retraction retraction = head.withdrawn();
            article.withdraw(retraction.reason(), retraction.note(), Story.before(load, retraction.age()));
        }
    }

    private void loadLists() {
        SampleFiles.Lists file = yaml("lists.yaml", SampleFiles.Lists.class);
        Map<String, CuratedList> lists = new HashMap<>();
        for (SampleFiles.ListEntry entry : file.lists()) {
            lists.put(entry.key(), list(entry));
        }
        for (SampleFiles.PageEntry entry : file.pages()) {
            CuratedPage.found(new Slug(entry.key()), entry.title(), all(lists, entry.lists()), null, load);
        }
    }

    private CuratedList list(SampleFiles.ListEntry entry) {
        List<ListEntry> placed = orEmpty(entry.entries()).stream()
                .map(each -> new ListEntry(
                        UUID.randomUUID(),
                        EntryDraft.of(of(articles, each.article()).id().toString(), each.overrides())))
                .toList();
        ListSettings settings = new ListSettings(
                null,
                entry.title(),
                entry.kind(),
                null,
                entry.maxItems() == null ? Integer.valueOf(placed.size()) : entry.maxItems(),
                null,
                List.of(),
                entry.fill() == null ? List.of() : List.of(fill(entry.fill())),
                List.of(),
                null);
        CuratedList list =
                CuratedList.found(new Slug(entry.key()), new ListContent(settings, placed), null, null, load);
        list.publish(list.revision(list.latestRevision()), null, load);
        return list;
    }

    private Fill fill(SampleFiles.FillEntry entry) {
        String tag = entry.tag() == null ? null : of(tags, entry.tag()).id().toString();
        return new Fill(new FillQuery(tag, null, null, null, null, null), null, null, null);
    }

    private static List<Story> stories() {
        List<Story> stories = new ArrayList<>();
        try {
            ClassPathUtils.consumeAsPaths(
                    SampleNewsroom.class.getClassLoader(), FOLDER + "articles", folder -> stories.addAll(in(folder)));
        } catch (IOException e) {
            throw new UncheckedIOException("The sample newsroom cannot be read", e);
        }
        return stories;
    }

    private static List<Story> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(SampleNewsroom::story).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The sample newsroom cannot be read", e);
        }
    }

    private static Story story(Path file) {
        try {
            String name = file.getFileName().toString();
            return Story.parse(name.replace(".md", ""), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("The sample newsroom cannot be read", e);
        }
    }

    private static <T> T yaml(String name, Class<T> type) {
        try (InputStream file = SampleNewsroom.class.getClassLoader().getResourceAsStream(FOLDER + name)) {
            return Json.fromYaml(Objects.requireNonNull(file, name), type);
        } catch (IOException e) {
            throw new UncheckedIOException("The sample newsroom cannot be read", e);
        }
    }

    private static <T> T of(Map<String, T> known, String key) {
        T found = known.get(key);
        if (found == null) {
            throw new IllegalArgumentException("The sample newsroom speaks of \"" + key + "\" but does not have it");
        }
        return found;
    }

    private static <T> List<T> all(Map<String, T> known, List<String> keys) {
        return keys.stream().map(key -> of(known, key)).toList();
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
