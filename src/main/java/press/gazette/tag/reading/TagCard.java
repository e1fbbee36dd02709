package press.gazette.tag.reading;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.database.Row;
import press.gazette.database.Sql;
import press.gazette.json.Json;
import press.gazette.media.Picture;
import press.gazette.media.Rights;
import press.gazette.tag.TagType;
import press.gazette.tag.naming.OtherName;

/** A tag in a listing. */
@Schema(description = "A tag in a listing.")
public record TagCard(
        @Schema(description = "Never changes.") UUID id,

        @Schema(description = "Its current address in /v1/tags/{ref}.", example = "putin")
        String slug,

        @Schema(description = "The name that readers see.", example = "Putin")
        String name,

        @Schema(description = "The kind of subject. Expect further types.", example = "person")
        TagType type,

        @Schema(description = "Further names of the subject: in other languages and scripts, former and short ones.")
        List<OtherName> otherNames,

        @Schema(description = "A sentence about the subject. Absent: none.") @Nullable
        String description,

        @Schema(description = "Absent: none.") @Nullable Picture image) {

    /** The columns of a tag {@code t} and of its picture {@code i}. */
    static final String COLUMNS = "t.id, t.slug, t.name, t.type, t.other_names, t.description, " + Rights.COLUMNS;

    /** The visible ones of these tags; no ids cost no statement. */
    public static List<TagCard> visible(Collection<UUID> ids, Instant now) {
        return ids.isEmpty()
                ? List.of()
                : Sql.of("select " + COLUMNS + " from tag t")
                        .plus(Rights.join("t", now))
                        .plus(" where ")
                        .plus(TagQuery.VISIBLE)
                        .plus(" and t.id in ")
                        .plus(Sql.list(ids))
                        .rows(TagCard::of);
    }

    /** Reads the columns. */
    static TagCard of(Row row) {
        return new TagCard(
                row.uuid(),
                row.text(),
                row.text(),
                row.constant(TagType.class),
                Json.listFromColumn(row.text(), OtherName.class),
                row.textOrNull(),
                Rights.picture(row));
    }
}
