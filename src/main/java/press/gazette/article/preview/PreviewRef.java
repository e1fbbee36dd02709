package press.gazette.article.preview;

import jakarta.persistence.LockModeType;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import press.gazette.desk.DeskRef;

/** The id of a preview link in a path. */
@Schema(type = SchemaType.STRING, description = "The link's id.", example = "0199a3c5-1f5e-7c3a-8b1d-2f60c7b1a9e4")
public record PreviewRef(String text) implements DeskRef<Preview> {

    /** The link, valid or expired; {@code not-found} if there is none. */
    Preview find() {
        return Preview.of(text, LockModeType.NONE);
    }

    @Override
    public Preview locked() {
        return Preview.of(text, LockModeType.PESSIMISTIC_WRITE);
    }
}
