package press.gazette.article.draft;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.article.body.Block;
import press.gazette.article.body.Body;
import press.gazette.json.Alternatives;

/** A body on its way in: in exactly one of the formats. Kept as blocks whatever it came as. */
@Alternatives
@Schema(description = "A body in exactly one of the formats. It is kept as blocks.")
public record BodyDraft(
        @Schema(description = "Typed blocks, as they are kept.", maxItems = Body.MAX_BLOCKS) @Nullable
        List<Block> blocks,

        @Schema(
                description = "CommonMark. Raw HTML in it loses its tags.",
                example = "The lock was *closed*.",
                maxLength = Body.MAX_SOURCE)
        @Nullable
        String markdown,

        @Schema(
                description = "A fragment or a page. What a body cannot hold is dropped, its text kept.",
                maxLength = Body.MAX_SOURCE)
        @Nullable
        String html) {

    public BodyDraft {
        if (Stream.of(Optional.ofNullable(blocks), Optional.ofNullable(markdown), Optional.ofNullable(html))
                        .filter(Optional::isPresent)
                        .count()
                != 1) {
            throw new IllegalArgumentException("A body has exactly one of blocks, markdown and html.");
        }
    }

    static BodyDraft of(Body body) {
        return new BodyDraft(body.blocks(), null, null);
    }

    /** Refuses with IllegalArgumentException what is longer than bodies may be. */
    Body body() {
        if (blocks != null) {
            return new Body(blocks);
        }
        return markdown != null ? Body.fromMarkdown(markdown) : Body.fromHtml(Objects.requireNonNull(html));
    }
}
