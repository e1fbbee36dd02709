package press.gazette.importer.writer;

import java.time.Instant;
import java.util.UUID;

import press.gazette.change.Edit;

/**
 * The circumstances of writing some items.
 *
 * @param system the name of the former system
 * @param source the id of the import, by which its old addresses are known
 * @param pictures the records of copied pictures
 * @param slugs the slugs that a dry run has given out
 * @param batch the items that are written in the same transaction
 */
public record Destination(
        String system,
        UUID source,
        TermWriter terms,
        PictureCopies pictures,
        GivenSlugs slugs,
        ItemBatch batch,
        Instant now) {

    Edit edit() {
        return Edit.unsigned(now);
    }
}
