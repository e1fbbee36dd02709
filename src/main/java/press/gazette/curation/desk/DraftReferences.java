package press.gazette.curation.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import press.gazette.address.Ref;
import press.gazette.article.PublicArticles;
import press.gazette.article.listing.TagExpression;
import press.gazette.curation.CuratedList;
import press.gazette.curation.Sources;
import press.gazette.curation.content.Source;
import press.gazette.curation.content.SourceQuery;
import press.gazette.curation.content.Supporting;
import press.gazette.curation.content.Target;
import press.gazette.curation.draft.FillDraft;
import press.gazette.curation.draft.FillQueryDraft;
import press.gazette.curation.draft.SupportingDraft;
import press.gazette.curation.draft.TargetDraft;
import press.gazette.database.Row;
import press.gazette.database.Sql;
import press.gazette.media.Media;
import press.gazette.problem.Faults;
import press.gazette.tag.Tag;
import press.gazette.tag.TagRef;
import press.gazette.tag.TagType;

/** Looks up the references of one draft and collects a fault for each that is not found or not allowed. */
final class DraftReferences {

    /** In place of a reference that is not found; never stored, since {@link #refuse} throws then. */
    private static final UUID NOTHING = new UUID(0, 0);

    private final Faults faults = new Faults();
    private final Instant now;

    DraftReferences(Instant now) {
        this.now = now;
    }

    /** Rejects the draft if any reference had a fault. */
    void refuse() {
        faults.refuse();
    }

    Source source(FillDraft fill, @Nullable CuratedList self, String at) {
        if (fill.query() != null) {
            return new Source.Query(query(fill.query(), at + "/query"), fill.group());
        }
        return fill.list() != null
                ? new Source.OfList(list(fill.list(), self, at + "/list"), fill.group())
                : new Source.LatestOf(tag(Objects.requireNonNull(fill.latestOf()), at + "/latestOf"), fill.group());
    }

    List<UUID> exclusions(List<String> texts) {
        Map<String, ArticleLabel> articles = ArticleLabel.named(texts, now);
        List<UUID> ids = new ArrayList<>();
        Set<String> once = new HashSet<>();
        for (int i = 0; i < texts.size(); i++) {
            ArticleLabel article = articles.get(texts.get(i));
            faults.check(article != null, "/exclusions/" + i, "There is no such article.");
            faults.check(once.add(identity(article, texts.get(i))), "/exclusions/" + i, "This is there twice.");
            ids.add(article == null ? NOTHING : article.id());
        }
        return ids;
    }

    Target target(TargetDraft target) {
        if (target.article() != null) {
            ArticleLabel article = article(target.article(), "/target/article");
            faults.check(
                    article == null || isListed(article.id()),
                    "/target/article",
                    "An article of the type page stands in no list. A supporting link may lead to it.");
            return new Target.ToArticle(article == null ? NOTHING : article.id());
        }
        return target.latestOf() != null
                ? new Target.LatestOf(tag(target.latestOf(), "/target/latestOf"))
                : new Target.Link(Objects.requireNonNull(target.link()));
    }

    List<Supporting> supporting(List<SupportingDraft> links) {
        List<Supporting> found = new ArrayList<>();
        Set<String> once = new HashSet<>();
        for (int i = 0; i < links.size(); i++) {
            SupportingDraft link = links.get(i);
            if (link.article() == null) {
                found.add(new Supporting.Elsewhere(
                        Objects.requireNonNull(link.url()), Objects.requireNonNull(link.title())));
            } else {
                ArticleLabel article = article(link.article(), "/supporting/" + i + "/article");
                faults.check(once.add(identity(article, link.article())), "/supporting/" + i, "This is there twice.");
                found.add(new Supporting.OfArticle(article == null ? NOTHING : article.id(), link.title()));
            }
        }
        return found;
    }

    void checkImage(@Nullable UUID image, String at) {
        faults.check(
                image == null
                        || Media.<Media>findByIdOptional(image)
                                .filter(Media::isPicture)
                                .isPresent(),
                at,
                "There is no such picture; this must be the id of one.");
    }

    private SourceQuery query(FillQueryDraft query, String at) {
        String tags =
                query.tags() == null ? null : TagExpression.parse(query.tags()).text(ref -> tagText(ref, at + "/tags"));
        String section = query.section();
        Optional<Tag> found = Optional.ofNullable(section).flatMap(Ref::of).flatMap(TagRef::atDesk);
        faults.check(
                section == null
                        || found.filter(tag -> tag.type() == TagType.SECTION).isPresent(),
                at + "/section",
                "There is no section \"" + section + "\".");
        return new SourceQuery(
                tags, found.map(Tag::id).orElse(null), query.type(), query.language(), query.maxAge(), query.order());
    }

    private UUID list(String key, @Nullable CuratedList self, String at) {
        Optional<CuratedList> source = CuratedList.atDesk(key);
        faults.check(source.isPresent(), at, "There is no list \"" + key + "\".");
        String obstacle = source.map(found -> Sources.obstacle(self, found)).orElse("");
        faults.check(obstacle.isEmpty(), at, obstacle);
        return source.map(CuratedList::id).orElse(NOTHING);
    }

    private String tagText(Ref ref, String at) {
        return tag(ref.text(), at).toString();
    }

    private UUID tag(String text, String at) {
        Optional<Tag> tag = Ref.of(text).flatMap(TagRef::atDesk);
        faults.check(tag.isPresent(), at, "There is no tag \"" + text + "\".");
        return tag.map(Tag::id).orElse(NOTHING);
    }

    private static boolean isListed(UUID id) {
        return Sql.of("select 1 from article a where a.id = ? and " + PublicArticles.LISTED, id)
                .first(Row::integer)
                .isPresent();
    }

    private @Nullable ArticleLabel article(String text, String at) {
        ArticleLabel article = ArticleLabel.named(List.of(text), now).get(text);
        faults.check(article != null, at, "There is no article \"" + text + "\".");
        return article;
    }

    /** The same text for two names of one article, and for two equal names of no article. */
    private static String identity(@Nullable ArticleLabel article, String text) {
        return article == null ? text : article.id().toString();
    }
}
