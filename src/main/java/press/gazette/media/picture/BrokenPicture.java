package press.gazette.media.picture;

/** A picture that cannot be decoded. The message tells the fault in one sentence. */
public final class BrokenPicture extends Exception {

    public BrokenPicture(String fault) {
        super(fault, null, false, false);
    }
}
