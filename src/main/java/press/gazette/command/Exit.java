package press.gazette.command;

/** The exit statuses of commands; those from 64 on are of sysexits.h. */
public final class Exit {

    public static final int DONE = 0;

    /** The server rejected the command, or failed. */
    public static final int FAILED = 1;

    /** Done, but items were left out or failed, or lost something: the report has them. */
    public static final int WITH_LOSSES = 2;

    /** EX_USAGE: the command line is wrong. */
    public static final int USAGE = 64;

    /** EX_DATAERR: the file cannot be imported. Nothing of it was. */
    public static final int UNREADABLE = 65;

    /** EX_NOINPUT: a file cannot be read. */
    public static final int NO_INPUT = 66;

    /** EX_UNAVAILABLE: the server does not respond. */
    public static final int UNAVAILABLE = 69;

    /** EX_CANTCREAT: a file cannot be written. */
    public static final int CANNOT_WRITE = 73;

    /** EX_TEMPFAIL: a node runs on the embedded database. */
    public static final int IN_USE = 75;

    /** EX_NOPERM: the server rejects the key. */
    public static final int NO_PERMISSION = 77;

    private Exit() {}
}
