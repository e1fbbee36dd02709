package press.gazette.curation.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import press.gazette.address.Ref;
import press.gazette.article.listing.TagExpression;
import press.gazette.curation.CuratedList;
import press.gazette.curation.Sources;
import press.gazette.curation.draft.EntryDraft;
import press.gazette.curation.draft.ExternalLink;
import press.gazette.curation.draft.Fill;
import press.gazette.curation.draft.FillQuery;
import press.gazette.curation.draft.ListSettings;
import press.gazette.curation.draft.Overrides;
import press.gazette.curation.draft.Supporting;
import press.gazette.curation.draft.Target;
import press.gazette.media.Media;
import press.gazette.problem.Faults;
import press.gazette.tag.Tag;
import press.gazette.tag.TagType;

/** Puts ids in place of all names that a draft speaks of, and tells of everything that is not there or not possible. */
final class Resolving {

    private final Faults faults = new Faults();
    private final Instant now;

    private Resolving(Instant now) {
        this.now = now;
    }

    /**
     * The settings that a revision keeps.
     *
     * @param self the list that they are of; absent: a new one
     */
    static ListSettings settings(ListSettings draft, @Nullable CuratedList self, Instant now) {
        Resolving resolving = new Resolving(now);
        List<Fill> fill = new ArrayList<>();
        if (draft.fill().stream().anyMatch(each -> each.list() != null)) {
            Sources.lock();
        }
        for (int i = 0; i < draft.fill().size(); i++) {
            fill.add(resolving.fill(draft.fill().get(i), self, "/fill/" + i));
        }
        List<String> exclusions = resolving.exclusions(draft.exclusions());
        resolving.faults.refuse();
        return draft.naming(null, fill, exclusions);
    }

    /** The entry that a revision keeps. */
    static EntryDraft entry(EntryDraft draft, Instant now) {
        Resolving resolving = new Resolving(now);
        Target target = resolving.target(draft.target());
        List<Supporting> supporting = resolving.supporting(draft.supporting());
        resolving.image(
                Optional.ofNullable(draft.overrides()).map(Overrides::image).orElse(null), "/overrides/image");
        resolving.image(
                Optional.ofNullable(draft.target().link())
                        .map(ExternalLink::image)
                        .orElse(null),
                "/target/link/image");
        resolving.faults.refuse();
        return draft.naming(target, supporting);
    }

    /** Refuses a revision whose sources would close a circle by now. */
    static void checkSources(CuratedList list, Set<UUID> sources, String pointer) {
        if (sources.isEmpty()) {
            return;
        }
        Sources.lock();
        Faults faults = new Faults();
        CuratedList.<CuratedList>list("id in ?1 order by key", sources).forEach(source -> {
            String obstacle = Sources.obstacle(list, source);
            faults.check(obstacle.isEmpty(), pointer, obstacle);
        });
        faults.refuse();
    }

    private Fill fill(Fill fill, @Nullable CuratedList self, String at) {
        return new Fill(
                query(fill.query(), at + "/query"),
                list(fill.list(), self, at + "/list"),
                latest(fill.latestOf(), at + "/latestOf"),
                fill.group());
    }

    private @Nullable FillQuery query(@Nullable FillQuery query, String at) {
        if (query == null) {
            return null;
        }
        String tags = query.tags() == null
                ? null
                : TagExpression.parse(query.tags()).text(ref -> tag(ref.text(), at + "/tags"));
        String section = query.section();
        Optional<Tag> found = Optional.ofNullable(section).flatMap(Ref::of).flatMap(Tag::atDesk);
        faults.check(
                section == null
                        || found.filter(tag -> tag.type() == TagType.SECTION).isPresent(),
                at + "/section",
                "There is no section \"" + section + "\".");
        return query.naming(tags, found.map(tag -> tag.id().toString()).orElse(null));
    }

    private @Nullable String list(@Nullable String key, @Nullable CuratedList self, String at) {
        if (key == null) {
            return null;
        }
        Optional<CuratedList> source = CuratedList.atDesk(key);
        faults.check(source.isPresent(), at, "There is no list \"" + key + "\".");
        String obstacle = source.map(found -> Sources.obstacle(self, found)).orElse("");
        faults.check(obstacle.isEmpty(), at, obstacle);
        return source.map(found -> found.id().toString()).orElse(key);
    }

    private @Nullable String latest(@Nullable String tag, String at) {
        return tag == null ? null : tag(tag, at);
    }

    private String tag(String text, String at) {
        Optional<Tag> tag = Ref.of(text).flatMap(Tag::atDesk);
        faults.check(tag.isPresent(), at, "There is no tag \"" + text + "\".");
        return tag.map(found -> found.id().toString()).orElse(text);
    }

    private List<String> exclusions(List<String> texts) {
        Map<String, ArticleLabel> articles = ArticleLabel.named(texts, now);
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            ArticleLabel article = articles.get(texts.get(i));
            faults.check(article != null, "/exclusions/" + i, "There is no such article.");
            String id = article == null ? texts.get(i) : article.id().toString();
            faults.check(!ids.contains(id), "/exclusions/" + i, "This is there twice.");
            ids.add(id);
        }
        return ids;
    }

    private Target target(Target target) {
        return new Target(
                article(target.article(), "/target/article"),
                latest(target.latestOf(), "/target/latestOf"),
                target.link());
    }

    private List<Supporting> supporting(List<Supporting> links) {
        List<Supporting> kept = new ArrayList<>();
        Set<String> once = new HashSet<>();
        for (int i = 0; i < links.size(); i++) {
            Supporting link = links.get(i);
            String article = article(link.article(), "/supporting/" + i + "/article");
            faults.check(article == null || once.add(article), "/supporting/" + i, "This is there twice.");
            kept.add(new Supporting(article, link.url(), link.title()));
        }
        return kept;
    }

    private @Nullable String article(@Nullable String text, String at) {
        if (text == null) {
            return null;
        }
        ArticleLabel article = ArticleLabel.named(List.of(text), now).get(text);
        faults.check(article != null, at, "There is no article \"" + text + "\".");
        return article == null ? text : article.id().toString();
    }

    private void image(@Nullable UUID image, String at) {
        faults.check(
                image == null || Media.findById(image) != null, at, "There is no such picture; this is the id of one.");
    }
}
