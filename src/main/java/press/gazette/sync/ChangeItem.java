package press.gazette.sync;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.article.reading.ArticleItem;
import press.gazette.change.Change;
import press.gazette.change.Subject;
import press.gazette.curation.reading.ListCard;
import press.gazette.curation.reading.PageCard;
import press.gazette.media.Picture;
import press.gazette.response.Links;
import press.gazette.tag.reading.TagCard;

/** The last change of one subject. */
@Schema(name = "Change", description = "The last change of one article, tag, list, page or picture.")
public record ChangeItem(
        @Schema(description = "Its number: later changes have greater ones.", example = "1042")
        long seq,

        @Schema(description = "When it became public.") Instant at,

        @Schema(
                description =
                        "created, updated and moved: store the subject, whether it is known or not. withdrawn and deleted: "
                                + "remove it. Expect further kinds, and treat them as updated.",
                example = "updated")
        Change.Kind kind,

        @Schema(description = "The type of the subject. Expect further types.", example = "article")
        ItemType type,

        @Schema(description = "Never changes. Absent: the subject has a key.") @Nullable
        UUID id,

        @Schema(description = "The key of a list or page. Absent: the subject has an id.", example = "home") @Nullable
        String key,

        @Schema(
                description = "The current slug. Absent: removed, or the type has none.",
                example = "gas-contract-averil")
        @Nullable
        String slug,

        @Schema(
                description = "The address of the subject; of a removed one by its id. Absent: pictures have none.",
                example = "/v1/articles/gas-contract-averil")
        @Nullable
        String href,

        @Schema(description = "Slugs that lead to the subject since this change or one before. Absent: none.")
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<String> formerSlugs,

        @Schema(
                description =
                        "The class of reason of a withdrawal: legal, error, rights or other. Absent: not withdrawn.",
                example = "error")
        @Nullable
        String reason,

        @Schema(
                description =
                        "The id of the tag into which this one was merged: it stands in its place on all articles.")
        @Nullable
        UUID mergedInto,

        @Schema(
                description = "The version of an article, or the live revision of a list. Absent: removed, or none.",
                example = "3")
        @Nullable
        Integer version,

        @Schema(
                description = "The groups of the responses that may differ: strings of Cache-Groups.",
                examples = "[\"article:01900000-0000-7000-8000-000000000000\", \"articles\"]")
        List<String> groups,

        @Schema(
                description =
                        "The present content of the subject, in the form of its listing; an article with its body as HTML, corrections "
                                + "and seo. Absent: removed, or not asked for.",
                anyOf = {ArticleItem.class, TagCard.class, ListCard.class, PageCard.class, Picture.class})
        @Nullable
        Object content) {

    static ChangeItem of(ChangeRow row, Change.Kind kind, @Nullable Object content, Links links) {
        ItemType type = ItemType.of(row.subject()).orElseThrow();
        boolean removed = kind.isRemoval();
        String slug = removed ? null : row.slug();
        String ref = slug == null ? row.subject().key() : slug;
        return new ChangeItem(
                row.seq(),
                row.at(),
                kind,
                type,
                type.hasKey() ? null : row.subject().id(),
                type.hasKey() ? row.subject().key() : null,
                slug,
                type.path(ref).map(links::to).orElse(null),
                removed
                        ? List.of()
                        : row.formerSlugs().stream()
                                .filter(former -> !former.equals(slug))
                                .toList(),
                kind == Change.Kind.WITHDRAWN ? row.reason() : null,
                row.successor() == null ? null : row.successor().id(),
                removed ? null : row.version(),
                row.groups().stream().map(Subject::name).toList(),
                content);
    }
}
