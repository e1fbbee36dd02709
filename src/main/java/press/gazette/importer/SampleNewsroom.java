package press.gazette.importer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import press.gazette.address.Slug;
import press.gazette.article.Article;
import press.gazette.article.ArticleContent;
import press.gazette.article.Status;
import press.gazette.article.draft.BodyDraft;
import press.gazette.article.draft.Provenance;
import press.gazette.article.draft.PublicationDraft;
import press.gazette.body.Body;
import press.gazette.change.Edit;
import press.gazette.desk.LossReport;
import press.gazette.importer.sample.SampleStore;
import press.gazette.problem.Faults;
import press.gazette.tag.Tag;
import press.gazette.tag.TagContent;

/**
 * The sample newsroom "The Averil Gazette", loaded with the same methods that the desk uses, in steps that each are a
 * short transaction. The process may end between two steps, and editors may work: a step finds content by its slugs and
 * URLs, ignores missing content, and skips what exists.
 */
final class SampleNewsroom {

    private static final String LANGUAGE = "en";

    /** Articles of one step: few, so that it is short on the slowest disk. */
    private static final int ARTICLES = 6;

    private final Instant load;
    private final SampleStore store;
    private final SampleFiles.Pictures pictures = SampleFiles.yaml("pictures.yaml", SampleFiles.Pictures.class);
    private final List<SampleFiles.TagEntry> tags =
            SampleFiles.yaml("tags.yaml", SampleFiles.Tags.class).tags();
    private final SampleFiles.Lists lists = SampleFiles.yaml("lists.yaml", SampleFiles.Lists.class);
    private final SampleFiles.Site site = SampleFiles.yaml("site.yaml", SampleFiles.Site.class);
    private final List<Story> stories;

    /**
     * Reads the files without using the database.
     *
     * @param load the time that dates are relative to
     */
    SampleNewsroom(Instant load, SampleStore store) {
        this.load = load;
        this.store = store;
        // In the order of their publication, as in a real newsroom.
        this.stories = SampleFiles.stories().stream()
                .sorted(Comparator.comparing((Story story) -> story.date(load)))
                .toList();
        requireKnown();
    }

    /** The time that dates are relative to. */
    Instant load() {
        return load;
    }

    int articles() {
        return stories.size();
    }

    /** The steps in their order, each for a transaction of its own. */
    List<Runnable> steps() {
        List<Runnable> steps =
                new ArrayList<>(List.of(() -> SamplePictures.load(pictures, store, load), this::loadTags));
        for (int from = 0; from < stories.size(); from += ARTICLES) {
            List<Story> some = stories.subList(from, Math.min(stories.size(), from + ARTICLES));
            steps.add(() -> loadArticles(some));
        }
        steps.add(this::relateArticles);
        steps.add(() -> SampleLists.load(lists, SampleLookup.of(pictures, tags), load));
        steps.add(() -> SampleSite.load(site, SampleLookup.of(pictures, tags), load));
        return steps;
    }

    /** Checks that everything the files name exists: a mistake fails the first load rather than a request. */
    private void requireKnown() {
        Set<String> keys =
                pictures.pictures().stream().map(SampleFiles.PictureEntry::key).collect(Collectors.toSet());
        Set<String> tagSlugs = tags.stream().map(SampleFiles.TagEntry::slug).collect(Collectors.toSet());
        Set<String> slugs = stories.stream().map(Story::slug).collect(Collectors.toSet());
        for (SampleFiles.TagEntry tag : tags) {
            require(tagSlugs, orEmpty(tag.parents()));
            require(keys, tag.image() == null ? List.of() : List.of(tag.image()));
        }
        require(keys, List.of(site.logo()));
        for (Story story : stories) {
            require(tagSlugs, story.tags());
            require(keys, Stream.ofNullable(story.head().image()).toList());
            require(slugs, orEmpty(story.head().related()));
            require(slugs, Stream.ofNullable(story.head().translationOf()).toList());
            require(slugs, story.links());
        }
        for (SampleFiles.ListEntry list : lists.lists()) {
            require(
                    slugs,
                    list.placed().stream().map(SampleFiles.PlacedEntry::article).toList());
            require(
                    tagSlugs,
                    list.fill() == null || list.fill().tag() == null
                            ? List.of()
                            : List.of(list.fill().tag()));
        }
    }

    private static void require(Set<String> known, List<String> named) {
        named.stream().filter(key -> !known.contains(key)).findFirst().ifPresent(key -> {
            throw new IllegalArgumentException("The sample newsroom refers to \"" + key + "\" but does not have it");
        });
    }

    private void loadTags() {
        SampleLookup loaded = SampleLookup.of(pictures, tags);
        Map<String, Tag> made = new HashMap<>();
        for (SampleFiles.TagEntry entry : tags) {
            if (loaded.tag(entry.slug()).isPresent()) {
                continue;
            }
            Tag tag = Tag.coin(
                    new TagContent(
                            new Slug(entry.slug()),
                            entry.name(),
                            entry.type(),
                            orEmpty(entry.otherNames()),
                            entry.description(),
                            orEmpty(entry.sameAs()),
                            List.of(),
                            loaded.picture(entry.image()).orElse(null),
                            entry.role()),
                    load);
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
        SampleLookup loaded = SampleLookup.of(pictures, tags);
        for (Story story : some) {
            ArticleContent content = content(story, loaded);
            if (SampleLookup.article(story.slug()).isEmpty()
                    && SampleLookup.article(content.slug().value()).isEmpty()) {
                live(Article.file(content, Edit.unsigned(story.date(load))), story);
            }
        }
    }

    /** Sets the related articles of those that no editor has changed since. */
    private void relateArticles() {
        for (Story story : stories) {
            List<Article> related = orEmpty(story.head().related()).stream()
                    .map(SampleLookup::article)
                    .flatMap(Optional::stream)
                    .toList();
            SampleLookup.article(story.slug())
                    .filter(article -> article.revisions().modifiedBy() == null)
                    .ifPresent(article -> article.relate(related));
        }
    }

    private ArticleContent content(Story story, SampleLookup loaded) {
        List<String> former = orEmpty(story.head().aliases());
        return new ArticleContent(
                new Slug(former.isEmpty() ? story.slug() : former.get(0)),
                story.head().type(),
                story.head().language() == null ? LANGUAGE : story.head().language(),
                story.head().title(),
                story.head().kicker(),
                story.head().standfirst(),
                body(story, loaded),
                story.head().access(),
                story.tags().stream().map(loaded::tag).flatMap(Optional::stream).toList(),
                story.head().byline(),
                loaded.picture(story.head().image()).orElse(null),
                null,
                Provenance.OWN,
                story.head().seo(),
                List.of(),
                original(story));
    }

    /** The story of which this one is a translation, which is older; null: an editor has removed it, or there is none. */
    private static @Nullable Article original(Story story) {
        String slug = story.head().translationOf();
        return slug == null ? null : SampleLookup.article(slug).orElse(null);
    }

    /** The body of a story. A part that it cannot hold fails the load, as any mistake in the files. */
    private static Body body(Story story, SampleLookup loaded) {
        Faults faults = new Faults();
        String markdown = story.linked(
                slug -> SampleLookup.article(slug).map(Article::id),
                key -> loaded.picture(key).map(media -> media.picture().url()));
        Body body = new BodyDraft(null, markdown, null, null).read(new LossReport(true), faults);
        faults.refuse();
        return Objects.requireNonNull(body, "a rejected body is a fault");
    }

    /** Puts the article through the life that the file describes. */
    private void live(Article article, Story story) {
        Story.Head head = story.head();
        Edit filing = Edit.unsigned(story.date(load));
        if (head.status() == Status.DRAFT) {
            return;
        }
        if (head.publishIn() != null) {
            article.schedule(Story.after(load, head.publishIn()), filing);
            return;
        }
        if (head.embargoFor() != null) {
            article.embargo(Story.after(load, head.embargoFor()), filing);
        }
        article.publish(PublicationDraft.ORDINARY, filing);
        if (!orEmpty(head.aliases()).isEmpty()) {
            article.write(article.content().at(new Slug(story.slug())));
            article.publish(PublicationDraft.ORDINARY, filing);
        }
        for (Story.Note note : orEmpty(head.corrections())) {
            article.correct(note.kind(), note.text(), Edit.unsigned(Story.before(load, note.age())));
        }
        if (head.updated() != null) {
            article.publish(new PublicationDraft(null, true), Edit.unsigned(Story.before(load, head.updated())));
        }
        if (head.expiredFor() != null) {
            Instant at = Story.before(load, head.expiredFor());
            article.expire(at, Edit.unsigned(at));
        }
        if (head.withdrawn() != null) {
            Story.Retraction retraction = head.withdrawn();
            article.withdraw(
                    retraction.reason(), retraction.note(), Edit.unsigned(Story.before(load, retraction.age())));
        }
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
