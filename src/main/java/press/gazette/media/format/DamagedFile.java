package press.gazette.media.format;

/** A file that cannot be used. The message tells the fault in one sentence. */
public final class DamagedFile extends Exception {

    public DamagedFile(String fault) {
        super(fault, null, false, false);
    }
}
