package press.gazette.media.file;

/** A file that cannot be used. The message tells the fault in one sentence. */
final class DamagedFile extends Exception {

    DamagedFile(String fault) {
        super(fault, null, false, false);
    }
}
