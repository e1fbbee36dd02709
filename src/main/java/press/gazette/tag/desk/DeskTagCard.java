package press.gazette.tag.desk;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.database.Row;
import press.gazette.json.Json;
import press.gazette.tag.TagState;
import press.gazette.tag.TagType;
import press.gazette.tag.naming.OtherName;

/** A tag in a listing of the desk. */
@Schema(description = "A tag in a listing of the desk.")
record DeskTagCard(
        @Schema(description = "Never changes.") UUID id,

        @Schema(description = "Its current address.", example = "putin")
        String slug,

        @Schema(description = "The name that readers see.", example = "Putin")
        String name,

        @Schema(description = "The kind of subject. Expect further types.", example = "person")
        TagType type,

        @Schema(description = "Further names of the subject: in other languages and scripts, former and short ones.")
        List<OtherName> otherNames,

        @Schema(description = "Expect further states.", example = "active")
        TagState state,

        @Schema(description = "A sentence about the subject. Absent: none.") @Nullable
        String description,

        @Schema(description = "The last edit of any kind.") Instant modifiedAt) {

    /** The columns of a tag {@code t}. */
    static final String COLUMNS = "t.id, t.slug, t.name, t.type, t.other_names, t.state, t.description, t.modified_at";

    /** Reads the columns. */
    static DeskTagCard of(Row row) {
        return new DeskTagCard(
                row.uuid(),
                row.text(),
                row.text(),
                row.constant(TagType.class),
                Json.listFromColumn(row.text(), OtherName.class),
                row.constant(TagState.class),
                row.textOrNull(),
                row.instant());
    }
}
