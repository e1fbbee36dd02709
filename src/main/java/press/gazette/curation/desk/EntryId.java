package press.gazette.curation.desk;

import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import press.gazette.address.Id;
import press.gazette.curation.CuratedList;
import press.gazette.curation.content.ListEntry;
import press.gazette.problem.Problem;

/** The id of an entry in a request. */
@Schema(type = SchemaType.STRING, description = "The entry's id.")
public record EntryId(String text) {

    /** The checked id; {@code not-found} for a text that is not a UUID. */
    UUID id() {
        return Id.of(text).map(Id::value).orElseThrow(EntryId::unknown);
    }

    /** The entry in the working draft of a list; {@code not-found} where there is none. */
    ListEntry in(CuratedList list) {
        return list.draft().find(id()).orElseThrow(EntryId::unknown);
    }

    private static Problem unknown() {
        return Problem.notFound("entry");
    }
}
