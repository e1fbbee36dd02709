package press.gazette.importer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import press.gazette.address.Slug;
import press.gazette.article.Article;
import press.gazette.article.ArticleContent;
import press.gazette.article.Correction;
import press.gazette.article.Provenance;
import press.gazette.article.Status;
import press.gazette.article.body.Body;
import press.gazette.media.Media;
import press.gazette.media.Picture;
import press.gazette.media.Rendition;
import press.gazette.tag.Tag;

/**
 * "The Averil Gazette": a whole small newsroom, loaded by the same moves that the desk makes, in steps that each are a short
 * transaction. Between two steps the process may have ended and editors may have worked: a step looks its things up by their
 * addresses, leaves out what is no more, and makes nothing whose address is taken.
 */
final class SampleNewsroom {

    private static final String PICTURES = "/newsroom/pictures/";
    private static final String LANGUAGE = "en";

    /** Articles of one step: few, so that it is short on the slowest disk. */
    private static final int ARTICLES = 6;

    private final Instant load;
    private final List<SampleFiles.PictureEntry> pictures =
            SampleFiles.yaml("pictures.yaml", SampleFiles.Pictures.class).pictures();
    private final List<SampleFiles.TagEntry> tags =
            SampleFiles.yaml("tags.yaml", SampleFiles.Tags.class).tags();
    private final SampleFiles.Lists lists = SampleFiles.yaml("lists.yaml", SampleFiles.Lists.class);
    private final List<Story> stories;

    /**
     * Reads the files and touches no database.
     *
     * @param load where the dates are counted from
     */
    SampleNewsroom(Instant load) {
        this.load = load;
        // In the order in which they were published, as a newsroom would have done it.
        this.stories = SampleFiles.stories().stream()
                .sorted(Comparator.comparing((Story story) -> story.date(load)))
                .toList();
        requireKnown();
    }

    /** The dates are counted from then. */
    Instant load() {
        return load;
    }

    int articles() {
        return stories.size();
    }

    /** The steps in their order, each for a transaction of its own. */
    List<Runnable> steps() {
        List<Runnable> steps = new ArrayList<>(List.of(this::loadPictures, this::loadTags));
        for (int from = 0; from < stories.size(); from += ARTICLES) {
            List<Story> some = stories.subList(from, Math.min(stories.size(), from + ARTICLES));
            steps.add(() -> loadArticles(some));
        }
        steps.add(this::relateArticles);
        steps.add(() -> SampleLists.load(lists, Loaded.of(pictures, tags), load));
        return steps;
    }

    /** The files must have all that they name: a slip of the pen stops the first load, and not a reader. */
    private void requireKnown() {
        Set<String> keys = pictures.stream().map(SampleFiles.PictureEntry::key).collect(Collectors.toSet());
        Set<String> words = tags.stream().map(SampleFiles.TagEntry::slug).collect(Collectors.toSet());
        Set<String> slugs = stories.stream().map(Story::slug).collect(Collectors.toSet());
        for (SampleFiles.TagEntry tag : tags) {
            require(words, orEmpty(tag.parents()));
            require(keys, tag.image() == null ? List.of() : List.of(tag.image()));
        }
        for (Story story : stories) {
            require(words, story.tags());
            require(keys, List.of(story.head().image()));
            require(slugs, orEmpty(story.head().related()));
        }
        for (SampleFiles.ListEntry list : lists.lists()) {
            require(
                    slugs,
                    list.placed().stream().map(SampleFiles.PlacedEntry::article).toList());
            require(
                    words,
                    list.fill() == null || list.fill().tag() == null
                            ? List.of()
                            : List.of(list.fill().tag()));
        }
    }

    private static void require(Set<String> known, List<String> named) {
        named.stream().filter(key -> !known.contains(key)).findFirst().ifPresent(key -> {
            throw new IllegalArgumentException("The sample newsroom speaks of \"" + key + "\" but does not have it");
        });
    }

    private void loadPictures() {
        for (SampleFiles.PictureEntry entry : pictures) {
            String url = url(entry);
            int inset = (entry.width() - entry.height()) / 2;
            // A fragment that shows a part of the drawing (SVG 2 §16.3): a crop without a second file.
            String square = "%s#svgView(viewBox(%d,0,%d,%d))".formatted(url, inset, entry.height(), entry.height());
            new Media(new Picture(
                            null,
                            url,
                            entry.alt(),
                            entry.caption(),
                            entry.credit(),
                            entry.width(),
                            entry.height(),
                            List.of(
                                    new Rendition("wide", url, entry.width(), entry.height()),
                                    new Rendition("square", square, entry.height(), entry.height()))))
                    .persist();
        }
    }

    /** By which it is found again. */
    static String url(SampleFiles.PictureEntry entry) {
        return PICTURES + entry.file();
    }

    private void loadTags() {
        Loaded loaded = Loaded.of(pictures, tags);
        Map<String, Tag> made = new HashMap<>();
        for (SampleFiles.TagEntry entry : tags) {
            if (loaded.tag(entry.slug()).isPresent()) {
                continue;
            }
            Tag tag = Tag.coin(
                    new Slug(entry.slug()),
                    entry.name(),
                    entry.type(),
                    entry.description(),
                    orEmpty(entry.sameAs()),
                    load);
            loaded.picture(entry.image()).ifPresent(tag::illustrate);
            orEmpty(entry.aliases()).forEach(alias -> tag.alias(new Slug(alias)));
            made.put(entry.slug(), tag);
        }
        for (SampleFiles.TagEntry entry : tags) {
            Tag tag = made.get(entry.slug());
            if (tag != null) {
                tag.narrow(orEmpty(entry.parents()).stream()
                        .map(parent -> made.containsKey(parent) ? Optional.of(made.get(parent)) : loaded.tag(parent))
                        .flatMap(Optional::stream)
                        .toList());
            }
        }
    }

    private void loadArticles(List<Story> some) {
        Loaded loaded = Loaded.of(pictures, tags);
        for (Story story : some) {
            ArticleContent content = content(story, loaded);
            if (Loaded.article(story.slug()).isEmpty()
                    && Loaded.article(content.slug().value()).isEmpty()) {
                live(Article.draft(content, story.date(load)), story);
            }
        }
    }

    /** Picks further articles for those that no editor has had in hand since. */
    private void relateArticles() {
        for (Story story : stories) {
            List<Article> related = orEmpty(story.head().related()).stream()
                    .map(Loaded::article)
                    .flatMap(Optional::stream)
                    .toList();
            Loaded.article(story.slug())
                    .filter(article -> article.saves().modifiedBy() == null)
                    .ifPresent(article -> article.relate(related));
        }
    }

    private ArticleContent content(Story story, Loaded loaded) {
        List<String> former = orEmpty(story.head().aliases());
        return new ArticleContent(
                new Slug(former.isEmpty() ? story.slug() : former.get(0)),
                story.head().type(),
                LANGUAGE,
                story.head().title(),
                story.head().kicker(),
                story.head().standfirst(),
                Body.fromMarkdown(story.markdown()),
                story.tags().stream().map(loaded::tag).flatMap(Optional::stream).toList(),
                story.head().byline(),
                loaded.picture(story.head().image()).orElse(null),
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

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
