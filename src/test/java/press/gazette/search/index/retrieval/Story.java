package press.gazette.search.index.retrieval;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import press.gazette.article.draft.ArticleType;
import press.gazette.search.source.IndexedArticle;

/** An article of a test; its id follows from its name. Each method gives another one with one change. */
final class Story {

    private final String name;
    private final String title;
    private final String body;
    private ArticleType type = ArticleType.NEWS;
    private String language = "en";
    private @Nullable String standfirst;
    private List<String> names = List.of();
    private List<String> contributors = List.of();
    private Set<UUID> tags = Set.of();
    private Set<UUID> sections = Set.of();
    private Set<UUID> contributorIds = Set.of();
    private Instant published = SmallIndex.NOW.minus(Duration.ofDays(10));
    private @Nullable Instant expires;

    private Story(String name, String title, String body) {
        this.name = name;
        this.title = title;
        this.body = body;
    }

    static Story of(String name, String title, String body) {
        return new Story(name, title, body);
    }

    String name() {
        return name;
    }

    UUID id() {
        return SmallIndex.id(name);
    }

    IndexedArticle article() {
        return new IndexedArticle(
                id(),
                type,
                language,
                title,
                standfirst,
                null,
                body,
                names,
                contributors,
                tags,
                sections,
                contributorIds,
                published,
                published,
                expires);
    }

    Story in(String other) {
        return with(story -> story.language = other);
    }

    Story type(ArticleType other) {
        return with(story -> story.type = other);
    }

    Story tagged(String... tagNames) {
        return with(story -> {
            story.names = List.of(tagNames);
            story.tags = Set.copyOf(story.names.stream().map(SmallIndex::id).toList());
        });
    }

    Story section(String section) {
        return with(story -> story.sections = Set.of(SmallIndex.id(section)));
    }

    Story by(String contributor) {
        return with(story -> {
            story.contributors = List.of(contributor);
            story.contributorIds = Set.of(SmallIndex.id(contributor));
        });
    }

    Story standfirst(String text) {
        return with(story -> story.standfirst = text);
    }

    Story published(Instant at) {
        return with(story -> story.published = at);
    }

    Story expires(Instant at) {
        return with(story -> story.expires = at);
    }

    private Story with(Consumer<Story> change) {
        Story other = new Story(name, title, body);
        other.type = type;
        other.language = language;
        other.standfirst = standfirst;
        other.names = names;
        other.contributors = contributors;
        other.tags = tags;
        other.sections = sections;
        other.contributorIds = contributorIds;
        other.published = published;
        other.expires = expires;
        change.accept(other);
        return other;
    }
}
