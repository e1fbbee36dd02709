package press.gazette.article.draft;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.address.Id;
import press.gazette.address.Ref;
import press.gazette.address.Slug;
import press.gazette.address.WebAddress;
import press.gazette.article.access.AccessDraft;
import press.gazette.json.MergePatch;
import press.gazette.json.MisplacedMembers;
import press.gazette.media.rendition.Focus;
import press.gazette.problem.Faults;
import press.gazette.problem.Language;

/** The content of an article as editors write it, without its state and dates. */
@MisplacedMembers(
        members = {"section", "sections", "contributor", "contributors", "author", "authors"},
        detail = "Sections and contributors are tags: put their slugs or ids into \"tags\".")
@Schema(description = "The content of an article, as editors write it.")
public record ArticleDraft(
        @Schema(
                description = "The address. Absent: one is made from the title by the usage of its language. A "
                        + "former slug that readers knew redirects here for ever.",
                example = "harbour-lock-closed",
                maxLength = Slug.MOST_CHARACTERS)
        @Nullable
        String slug,

        @Schema(description = "The journalistic form.", example = "news")
        ArticleType type,

        @Schema(description = "BCP 47.", example = "en") String language,

        @Schema(
                description = "The headline, plain text, at most 500 characters.",
                example = "Harbour lock closed for repairs",
                minLength = 1,
                maxLength = ArticleDraft.LINE)
        String title,

        @Schema(
                description = "A word above the headline, at most 200 characters. Absent: the primary tag's name.",
                maxLength = ArticleDraft.WORD)
        @Nullable
        String kicker,

        @Schema(
                description = "A sentence or two below the headline, plain text, at most 4,000 characters.",
                maxLength = ArticleDraft.PARAGRAPH)
        @Nullable
        String standfirst,

        @Schema(description = "Absent: not written yet.") @Nullable
        BodyDraft body,

        @Schema(description = "The readers that the whole article is for. Absent: everybody.") @Nullable
        AccessDraft access,

        @Schema(
                description =
                        "Slugs or ids of tags in editorial order, sections and contributors among them; the first is "
                                + "the primary one. At most 50.",
                examples = "[\"averil\",\"politics\"]",
                maxItems = ArticleDraft.MOST_TAGS)
        @Nullable
        List<String> tags,

        @Schema(
                description = "The authors, ready to print, at most 500 characters. Absent: the contributors' names.",
                maxLength = ArticleDraft.LINE)
        @Nullable
        String byline,

        @Schema(description = "The id of the lead picture.") @Nullable
        String image,

        @Schema(
                description =
                        "The point of the lead picture that its crops keep for this article. An edit with another image "
                                + "and without it removes it. Without image it is left out. Absent: the focus of the "
                                + "picture itself.")
        @Nullable
        Focus imageFocus,

        @Schema(
                description = "The URL of the original. Absent: this article is the original.",
                format = "uri",
                maxLength = WebAddress.MOST_CHARACTERS)
        @Nullable
        String canonicalUrl,

        @Schema(description = "The source, such as an agency. Absent: this newsroom.", maxLength = ArticleDraft.WORD)
        @Nullable
        String source,

        @Schema(description = "Terms of use. Absent: this newsroom's own.", maxLength = ArticleDraft.PARAGRAPH)
        @Nullable
        String rights,

        @Schema(description = "Title and description for search engines. Absent: title and standfirst.") @Nullable
        Seo seo,

        @Schema(
                description = "Ids or slugs of articles picked by hand, best first. At most 20.",
                maxItems = ArticleDraft.MOST_RELATED)
        @Nullable
        List<String> related,

        @Schema(
                description = "The id or slug of the article of which this one is a translation, or of another of its "
                        + "translations; the id of the original is stored. One article for each language. Absent: "
                        + "this article is not a translation.",
                example = "gas-contract-averil")
        @Nullable
        String translationOf,

        @Schema(
                description = "The purpose of this save, for the list of revisions, at most 500 characters.",
                maxLength = ArticleDraft.LINE)
        @Nullable
        String note) {

    static final int MOST_TAGS = 50;
    static final int MOST_RELATED = 20;
    static final int LINE = 500;
    static final int WORD = 200;
    static final int PARAGRAPH = 4_000;

    public ArticleDraft {
        Faults faults = new Faults();
        faults.check(slug == null || Ref.isSlug(slug), "/slug", Slug.EXPECTED);
        faults.check(Language.isValid(language), "/language", Language.EXPECTED);
        title = faults.name("/title", title, LINE);
        faults.line("/kicker", kicker, WORD);
        faults.line("/standfirst", standfirst, PARAGRAPH);
        faults.line("/byline", byline, LINE);
        faults.line("/source", source, WORD);
        faults.line("/rights", rights, PARAGRAPH);
        faults.line("/note", note, LINE);
        imageFocus = image == null ? null : imageFocus;
        if (imageFocus != null) {
            imageFocus.check(faults, "/imageFocus");
        }
        if (seo != null) {
            faults.line("/seo/title", seo.title(), Seo.LONGEST_TITLE);
            faults.line("/seo/description", seo.description(), Seo.LONGEST_DESCRIPTION);
        }
        faults.check(
                canonicalUrl == null || WebAddress.isAbsolute(canonicalUrl),
                "/canonicalUrl",
                "This is an absolute http or https URL of at most 2,000 characters.");
        faults.check(
                tags == null || tags.size() <= MOST_TAGS, "/tags", "An article has at most " + MOST_TAGS + " tags.");
        faults.check(
                related == null || related.size() <= MOST_RELATED,
                "/related",
                "An article has at most " + MOST_RELATED + " related articles.");
        faults.refuse();
        access = AccessDraft.unlessFree(access);
        tags = tags == null ? List.of() : List.copyOf(tags);
        related = related == null ? List.of() : List.copyOf(related);
    }

    /** Words of the body. */
    public int words() {
        return body == null ? 0 : body.reading().body().words();
    }

    /** The ids of the media that it names: lead picture, picture for social networks, body. Some may not exist. */
    public Set<UUID> media() {
        Set<UUID> all =
                new HashSet<>(body == null ? Set.of() : body.reading().body().mediaIds());
        if (image != null) {
            Id.of(image).ifPresent(id -> all.add(id.value()));
        }
        if (seo != null && seo.imageId() != null) {
            all.add(seo.imageId());
        }
        return all;
    }

    /** The content with the changes of a patch. A new lead picture does not take the focus of the former one. */
    public ArticleDraft changedBy(MergePatch<ArticleDraft> patch) {
        boolean isOfFormerImage =
                patch.names("image") && !patch.sets("image", String.valueOf(image)) && !patch.names("imageFocus");
        return (isOfFormerImage ? patch.removing("imageFocus") : patch).applyTo(this);
    }

    /** The same content with another form of its body. */
    public ArticleDraft with(BodyDraft other) {
        return new ArticleDraft(
                slug,
                type,
                language,
                title,
                kicker,
                standfirst,
                other,
                access,
                tags,
                byline,
                image,
                imageFocus,
                canonicalUrl,
                source,
                rights,
                seo,
                related,
                translationOf,
                note);
    }

    /** The same content with another note. */
    public ArticleDraft because(String reason) {
        return new ArticleDraft(
                slug,
                type,
                language,
                title,
                kicker,
                standfirst,
                body,
                access,
                tags,
                byline,
                image,
                imageFocus,
                canonicalUrl,
                source,
                rights,
                seo,
                related,
                translationOf,
                reason);
    }
}
