package press.gazette.article.reading;

import java.util.List;
import java.util.Set;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.body.Body;
import press.gazette.body.block.Block;

/** The body in the formats that the parameter body asks for. */
@Schema(description = "The body in the formats that were asked for; the others are absent.")
public record BodyView(
        @Schema(
                description =
                        "HTML that is safe to insert into a page: it has only allowed elements, attributes and URL schemes.")
        @Nullable
        String html,

        @Schema(description = "The body in its stored form: typed blocks. Expect further types.") @Nullable
        List<Block> blocks,

        @Schema(
                description =
                        "CommonMark with tables, strikethrough and footnotes of GitHub; HTML where Markdown has no syntax.")
        @Nullable
        String markdown,

        @Schema(description = "Plain text, blocks separated by blank lines.") @Nullable
        String text) {

    static BodyView of(Body body, Set<BodyFormat> formats) {
        return new BodyView(
                formats.contains(BodyFormat.HTML) ? body.html() : null,
                formats.contains(BodyFormat.BLOCKS) ? body.blocks() : null,
                formats.contains(BodyFormat.MARKDOWN) ? body.markdown() : null,
                formats.contains(BodyFormat.TEXT) ? body.text() : null);
    }
}
