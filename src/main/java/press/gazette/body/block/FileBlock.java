package press.gazette.body.block;

import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.body.inline.Address;
import press.gazette.body.inline.Prose;
import press.gazette.body.inline.Span;

/**
 * A file to download: a report, a form, a table of figures.
 *
 * @param url an absolute http or https address, or a path from the root of the media server
 * @param name one line shown as the link; the address if left out
 * @param mediaType such as {@code application/pdf}; absent: unknown
 * @param size in bytes; absent: unknown
 * @param media the id of the file among the newsroom's media; absent: unknown
 */
@Schema(description = "A file to download.")
public record FileBlock(
        @Schema(description = "The address of the file: absolute, or from the root of this server.")
        String url,

        @Schema(description = "A line to show as the link.") String name,

        @Schema(description = "Absent: unknown.", example = "application/pdf") @Nullable
        String mediaType,

        @Schema(description = "In bytes. Absent: unknown.", minimum = "0", example = "482113") @Nullable
        Long size,

        @Schema(description = "The id of the file in this newsroom's media. Absent: unknown.") @Nullable
        UUID media)
        implements Block {

    private static final Pattern TYPE =
            Pattern.compile("[a-z0-9][a-z0-9!#&^_.+-]{0,60}/[a-z0-9][a-z0-9!#&^_.+-]{0,60}");

    public FileBlock {
        Address.requirePicture("file.url", url == null ? "" : url);
        // A URL may be longer than a line.
        String shown = url.equals(name) ? null : Prose.line("file.name", name);
        name = shown == null ? url : shown;
        if (mediaType != null && !isMediaType(mediaType)) {
            throw new IllegalArgumentException(
                    "file.mediaType must be a media type in lower case such as \"application/pdf\", or absent.");
        }
        if (size != null && size < 0) {
            throw new IllegalArgumentException("file.size must be a number of bytes or absent; this is " + size + ".");
        }
    }

    public static boolean isMediaType(String type) {
        return TYPE.matcher(type).matches();
    }

    @Override
    public <T> T writeTo(BlockWriter<T> format) {
        return format.file(this);
    }

    @Override
    public Stream<UUID> mediaIds() {
        return Address.media(media, url);
    }

    @Override
    public List<List<Span>> prose() {
        return List.of();
    }

    @Override
    public Block withTexts(UnaryOperator<List<Span>> change) {
        return this;
    }

    @Override
    public long length() {
        return 0;
    }

    @Override
    public FileBlock withPictures(UnaryOperator<ImageBlock> change) {
        return this;
    }

    @Override
    public Stream<ImageBlock> pictures() {
        return Stream.empty();
    }
}
