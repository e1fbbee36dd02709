package press.gazette.article.draft;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.address.WebAddress;
import press.gazette.body.Body;
import press.gazette.body.BodyReading;
import press.gazette.body.assembly.Loss;
import press.gazette.body.block.Block;
import press.gazette.desk.LossReport;
import press.gazette.json.ExclusiveMembers;
import press.gazette.json.Sent;
import press.gazette.problem.Faults;

/** A body from a client, in exactly one of the formats. It is stored as blocks. */
@ExclusiveMembers
@Schema(description = "A body in exactly one of the formats. It is stored as blocks.")
public record BodyDraft(
        @Schema(
                type = SchemaType.ARRAY,
                implementation = Block.class,
                description = "Typed blocks, the stored form. The response names in losses the characters that no "
                        + "block may hold.",
                maxItems = Body.MAX_BLOCKS)
        @Nullable
        Sent<List<Block>> blocks,

        @Schema(
                description =
                        "CommonMark with GFM's tables, strikethrough and footnotes. HTML in it is read as HTML; a "
                                + "link to an article by its id is <a data-article=\"…\">.",
                example = "The lock was *closed*.",
                maxLength = Body.MAX_SOURCE)
        @Nullable
        String markdown,

        @Schema(
                description =
                        "A fragment or a page. The response names in losses what a body cannot hold. data-article "
                                + "of an anchor is the id of the article that it leads to, in place of href.",
                maxLength = Body.MAX_SOURCE)
        @Nullable
        String html,

        @Schema(
                description =
                        "The address that relative ones in html or markdown are resolved against. Absent: that of the "
                                + "page's base element; without one, relative links and pictures are losses.",
                example = "https://www.example.org/2024/05/tides/")
        @Nullable
        URI base) {

    public BodyDraft {
        if (Stream.of(Optional.ofNullable(blocks), Optional.ofNullable(markdown), Optional.ofNullable(html))
                        .filter(Optional::isPresent)
                        .count()
                != 1) {
            throw new IllegalArgumentException("A body has exactly one of blocks, markdown and html.");
        }
        if (base != null && (blocks != null || !WebAddress.isAbsolute(base.toString()))) {
            throw new IllegalArgumentException(
                    "The base of a body is an absolute http or https address, and stands beside markdown or html.");
        }
    }

    public static BodyDraft of(Body body) {
        return new BodyDraft(Sent.stored(body.blocks()), null, null, null);
    }

    /** The body; null if it is rejected, which is a fault. Reports the parts of the document that it cannot hold. */
    public @Nullable Body read(LossReport losses, Faults faults) {
        try {
            BodyReading reading = reading();
            if (blocks == null) {
                losses.set(entries(reading.losses()), "/body/" + format(), faults);
            } else {
                losses.set(entries(reading.losses()), places(blocks), faults);
            }
            if (blocks == null || blocks.isSent()) {
                BodyLimits.get().check(this, reading.body(), faults);
            }
            return reading.body();
        } catch (IllegalArgumentException e) {
            faults.add("/body", Objects.requireNonNullElse(e.getMessage(), "The body is invalid."));
            return null;
        }
    }

    /**
     * The body, and the parts of the document that it cannot hold.
     *
     * @throws IllegalArgumentException if it is longer than bodies may be
     */
    BodyReading reading() {
        if (blocks != null) {
            List<String> texts = new ArrayList<>();
            blocks.texts((pointer, text) -> texts.add(text));
            return new BodyReading(new Body(blocks.value()).unaddressed(), Body.droppedFrom(texts));
        }
        String address = base == null ? null : base.toString();
        return markdown != null
                ? Body.readMarkdown(markdown, address)
                : Body.readHtml(Objects.requireNonNull(html), address);
    }

    /** The losses of each text in the blocks that has any, by its pointer. */
    private static Map<String, List<LossReport.Entry>> places(Sent<List<Block>> blocks) {
        Map<String, List<LossReport.Entry>> places = new LinkedHashMap<>();
        blocks.texts((pointer, text) -> {
            List<Loss> losses = Body.droppedFrom(List.of(text));
            if (!losses.isEmpty()) {
                places.put("/body/blocks" + pointer.get(), entries(losses));
            }
        });
        return places;
    }

    private static List<LossReport.Entry> entries(List<Loss> losses) {
        return losses.stream()
                .map(loss -> new LossReport.Entry(loss.what(), loss.count(), loss.near()))
                .toList();
    }

    /** The JSON Pointer within the draft to a block, or to the text from which it was read. */
    public String pointer(int block) {
        return "/body/" + format() + (blocks == null ? "" : "/" + block);
    }

    /** True if each block has a pointer of its own. */
    boolean isBlocks() {
        return blocks != null;
    }

    /** The member that the body was given in. */
    private String format() {
        if (blocks != null) {
            return "blocks";
        }
        return markdown != null ? "markdown" : "html";
    }
}
