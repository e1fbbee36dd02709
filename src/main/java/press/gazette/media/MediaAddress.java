package press.gazette.media;

import java.util.UUID;

import press.gazette.media.file.StoredFile;
import press.gazette.media.rendition.PlannedRendition;

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

    /** The last segment of the address. */
    public static String name(StoredFile file) {
        return file.version() + "." + file.type().extension();
    }
}
