package press.gazette.search.index;

/** The files of the index cannot be read or written; the database is not to blame. */
final class IndexFailure extends Exception {

    private static final long serialVersionUID = 1;

    IndexFailure(String what, Throwable cause) {
        super(what + ": " + cause, cause);
    }
}
