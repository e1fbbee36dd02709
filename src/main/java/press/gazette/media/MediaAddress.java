package press.gazette.media;

import java.util.UUID;

import press.gazette.media.file.StoredFile;

/** Addresses of files in the store. They have a part of the file's hash: another file has another address. */
public final class MediaAddress {

    /** The folder of all these addresses. */
    public static final String FOLDER = "/media";

    private MediaAddress() {}

    /** The address of the file itself, from the root of this server. */
    public static String file(UUID id, StoredFile file) {
        return FOLDER + "/" + id + "/file/" + name(file);
    }

    /** The last segment of the address. */
    public static String name(StoredFile file) {
        return file.version() + "." + file.type().extension();
    }
}
