package press.gazette.command;

/** The end of a command that cannot go on: one line for people, and an exit status. */
final class Failure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exit;

    Failure(int exit, String sentence) {
        super(sentence);
        this.exit = exit;
    }

    static Failure usage(String sentence) {
        return new Failure(Exit.USAGE, sentence + "\n" + Arguments.USAGE);
    }

    int exit() {
        return exit;
    }
}
