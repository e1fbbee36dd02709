package press.gazette.article.access;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import press.gazette.body.Body;

/**
 * The access to an article that is not free.
 *
 * @param level {@code registered}, {@code paid} or another word of the newsroom's, in the form of {@link AccessDraft#level}
 * @param preview the blocks that everybody reads, at most those of the body
 */
@Embeddable
@Schema(description = "The readers that an article is for, and the part of its body that everybody reads.")
public record Access(
        @Column(name = "access_level")
        @Schema(
                description = "registered, paid or another word of the newsroom's own. Expect further ones.",
                example = "paid")
        String level,

        @Column(name = "access_preview")
        @Schema(description = "The number of blocks at the beginning of the body that everybody reads.", example = "3")
        int preview) {

    /** The body as everybody reads it; equal to the whole if nothing is behind the preview. */
    public Body forEverybody(Body whole) {
        return whole.beginning(preview);
    }
}
