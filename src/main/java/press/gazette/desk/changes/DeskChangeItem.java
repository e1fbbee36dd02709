package press.gazette.desk.changes;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.change.Subject;
import press.gazette.database.Row;
import press.gazette.response.Links;

/** A change to a resource of the desk. */
@Schema(name = "DeskChange", description = "A change to a resource of the desk.")
record DeskChangeItem(
        @Schema(description = "Its number: from 1, without gaps, in the order of the commits.", example = "1042")
        long seq,

        @Schema(description = "When it was made.") Instant at,

        @Schema(description = "Expect further kinds, and treat them as updated.", example = "updated")
        DeskChange.Kind kind,

        @Schema(description = "The type of the resource. Expect further types.", example = "article")
        DeskType type,

        @Schema(description = "The id of the resource. Absent: it has a key, or it is the site document.") @Nullable
        UUID id,

        @Schema(description = "The key of a list or page. Absent: the resource has an id, or it is the site document.")
        @Nullable
        String key,

        @Schema(
                description = "The URL of the resource at the desk.",
                example = "/v1/desk/articles/01900000-0000-7000-8000-000000000000")
        String href,

        @Schema(description = "The version after the change, the number of its ETag. Absent: deleted.", example = "3")
        @Nullable
        Integer version,

        @Schema(
                description = "The key or token of the writer, or schedule, webhooks, import or system.",
                example = "key:ada")
        String by) {

    static final String COLUMNS = "c.seq, c.at, c.kind, c.subject, c.version, c.actor";

    static DeskChangeItem of(Row row, Links links) {
        long seq = row.number();
        Instant at = row.instant();
        DeskChange.Kind kind = DeskChange.Kind.parse(row.text());
        Subject subject = Subject.parse(row.text());
        DeskType type = DeskType.of(subject).orElseThrow();
        return new DeskChangeItem(
                seq,
                at,
                kind,
                type,
                type.hasKey() || type.isOne() ? null : subject.id(),
                type.hasKey() ? subject.key() : null,
                links.to(type.path(subject)),
                row.integerOrNull(),
                row.text());
    }
}
