package press.gazette.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.regex.Pattern;

/** A command of a shell. */
public final class Command {

    /** Characters of a header; a failure of the client would print the key. */
    private static final Pattern KEY = Pattern.compile("[ -~]+");

    private final Arguments arguments;
    private final PrintStream out;

    private Command(Arguments arguments, PrintStream out) {
        this.arguments = arguments;
        this.out = out;
    }

    /** True if these arguments of the process are a command. Without any, Gazette is a server. */
    public static boolean isOne(String[] arguments) {
        return arguments.length > 0;
    }

    /**
     * True if the command needs a node of its own, which opens the database.
     *
     * @param arguments those of a command
     */
    public static boolean needsNode(String[] arguments) {
        try {
            return !Arguments.parse(arguments).isRemote();
        } catch (Failure wrong) {
            return false;
        }
    }

    /** Runs a command with the server that it names. Returns the exit status. */
    public static int run(String[] arguments) {
        return guarded(() -> {
            Arguments parsed = Arguments.parse(arguments);
            String key;
            try {
                key = Files.readString(parsed.keyFile()).strip();
            } catch (IOException e) {
                throw new Failure(Exit.NO_INPUT, "The key cannot be read: " + parsed.keyFile());
            }
            if (!KEY.matcher(key).matches()) {
                throw new Failure(Exit.NO_INPUT, "The file must have a key and nothing else: " + parsed.keyFile());
            }
            return new Command(parsed, System.err).run(new Server(parsed.server(), key), true);
        });
    }

    /** Runs a command with a server of this process. Returns the exit status. */
    static int run(String[] arguments, Server own) {
        return guarded(() -> new Command(Arguments.parse(arguments), System.err).run(own, false));
    }

    private interface Work {
        int exit();
    }

    private static int guarded(Work work) {
        try {
            return work.exit();
        } catch (Failure failure) {
            System.err.println(failure.getMessage());
            return failure.exit();
        }
    }

    /** @param stays true if the server goes on, so that links to it are of use */
    private int run(Server server, boolean stays) {
        return switch (arguments.verb()) {
            case IMPORT -> new ImportCommand(arguments, server, stays, out).run();
            case UNDO -> new UndoCommand(arguments, server, out).run();
            case EXPORT -> new ExportCommand(arguments, server, out).run();
        };
    }
}
