package press.gazette.media;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import press.gazette.media.file.StoredFile;
import press.gazette.media.rendition.PlannedRendition;
import press.gazette.media.rendition.RenditionRequest;
import press.gazette.media.rendition.RenditionVersion;

/** Addresses of files in the store. They have a part of the file's hash: another file has another address. */
public final class MediaAddress {

    /** The folder of all these addresses. */
    public static final String FOLDER = "/media";

    private MediaAddress() {}

    /** The address of the file itself, from the root of this server. */
    public static String file(UUID id, StoredFile file) {
        return FOLDER + "/" + id + "/file/" + name(file);
    }

    /** The address of the file of a picture, for the desk only. */
    public static String original(UUID id) {
        return "/v1/desk/media/" + id + "/file";
    }

    /** A rendition with its addresses. */
    static Rendition rendition(UUID id, PlannedRendition planned, boolean hasWebP) {
        String address = FOLDER + "/" + id + "/" + planned.preset() + "/" + planned.version();
        return new Rendition(
                planned.preset(),
                address + ".jpg",
                planned.width(),
                planned.height(),
                hasWebP ? address + ".webp" : null);
    }

    /** All renditions of a medium, in the form of each of their addresses; none if it has no file in the store. */
    public static List<RenditionRequest> renditions(Media media) {
        StoredFile file = media.file();
        Picture picture = media.picture();
        return file == null
                ? List.of()
                : picture.renditions().stream()
                        .flatMap(each -> Stream.concat(Stream.of(each.url()), Stream.ofNullable(each.webp()))
                                .map(address -> RenditionRequest.of(
                                        file, media.framing(), planned(each), address.equals(each.webp()))))
                        .toList();
    }

    /** The rendition as it was planned. */
    public static PlannedRendition planned(Rendition rendition) {
        return new PlannedRendition(rendition.name(), version(rendition.url()), rendition.width(), rendition.height());
    }

    /** True if this is the address of a rendition that shows a part which the desk has named, whatever its shape. */
    static boolean isOfNamedCrop(String address) {
        int begin = address.lastIndexOf('/') + 1;
        return address.startsWith(FOLDER + "/")
                && address.indexOf('.', begin) - begin == RenditionVersion.DIGITS_OF_NAMED_CROP;
    }

    /** The version in the address of a rendition. */
    public static String version(String address) {
        return address.substring(address.lastIndexOf('/') + 1, address.lastIndexOf('.'));
    }

    /** The last segment of the address. */
    public static String name(StoredFile file) {
        return file.version() + "." + file.type().extension();
    }
}
