package press.gazette.article.draft;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.address.WebAddress;
import press.gazette.body.Body;
import press.gazette.body.BodyReading;
import press.gazette.body.assembly.Loss;
import press.gazette.body.block.Block;
import press.gazette.desk.LossReport;
import press.gazette.json.ExclusiveMembers;
import press.gazette.problem.Faults;

/** A body from a client, in exactly one of the formats. It is stored as blocks. */
@ExclusiveMembers
@Schema(description = "A body in exactly one of the formats. It is stored as blocks.")
public record BodyDraft(
        @Schema(description = "Typed blocks, the stored form.", maxItems = Body.MAX_BLOCKS) @Nullable
        List<Block> blocks,

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
        return new BodyDraft(body.blocks(), null, null, null);
    }

    /** The body; null if it is rejected, which is a fault. Reports the parts of the document that it cannot hold. */
    public @Nullable Body read(LossReport losses, Faults faults) {
        try {
            BodyReading reading = reading();
            losses.set(reading.losses().stream().map(BodyDraft::entry).toList(), "/body/" + format(), faults);
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
            return new BodyReading(new Body(blocks).unaddressed(), List.of());
        }
        String address = base == null ? null : base.toString();
        return markdown != null
                ? Body.readMarkdown(markdown, address)
                : Body.readHtml(Objects.requireNonNull(html), address);
    }

    private static LossReport.Entry entry(Loss loss) {
        return new LossReport.Entry(loss.what(), loss.count(), loss.near());
    }

    /** The JSON Pointer within the draft to a block, or to the text from which it was read. */
    public String pointer(int block) {
        return "/body/" + format() + (blocks == null ? "" : "/" + block);
    }

    /** The member that the body was given in. */
    private String format() {
        if (blocks != null) {
            return "blocks";
        }
        return markdown != null ? "markdown" : "html";
    }
}
