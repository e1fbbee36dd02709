package press.gazette.agenda;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.response.Links;

/** An event of the agenda. */
@Schema(description = "An event that time alone brings.")
record AgendaItem(
        @Schema(description = "When it happens.") Instant at,

        @Schema(
                description =
                        "publication: of an article, or of a revision of a list or of the site document. embargo-end: readers see "
                                + "the article from then on. entry-start, entry-end: the window of an entry of the live "
                                + "revision of a list. expiry: readers do not see the article from then on. rights-end: no "
                                + "response shows the file from then on. Expect further events.",
                example = "publication")
        AgendaEvent event,

        @Schema(description = "The type of the resource. Expect further types.", example = "article")
        AgendaType type,

        @Schema(description = "The id of an article or file. Absent: a list, or the site document.") @Nullable
        UUID id,

        @Schema(description = "The key of a list. Absent: another type.", example = "home") @Nullable
        String key,

        @Schema(
                description =
                        "The headline of an article, or the title of a list, that readers see, or will see once it is "
                                + "published: a draft beside live content does not change it. The words of a picture for "
                                + "readers who do not see it. Absent: the site document.",
                example = "Night ferry returns")
        @Nullable
        String title,

        @Schema(description = "The revision that will be public. Absent: no publication of a revision.", example = "4")
        @Nullable
        Integer revision,

        @Schema(description = "The id of the entry whose window it is. Absent: another event.") @Nullable
        UUID entry,

        @Schema(
                description = "The URL of the resource at the desk.",
                example = "/v1/desk/articles/01900000-0000-7000-8000-000000000000")
        String href) {

    static AgendaItem of(AgendaRow row, Links links) {
        boolean hasId = row.type() == AgendaType.ARTICLE || row.type() == AgendaType.MEDIA;
        String ref = hasId ? row.id().toString() : row.key() == null ? "" : row.key();
        return new AgendaItem(
                row.at(),
                row.event(),
                row.type(),
                hasId ? row.id() : null,
                row.key(),
                row.title(),
                row.revision(),
                row.entry(),
                links.to(row.type().path(ref)));
    }
}
