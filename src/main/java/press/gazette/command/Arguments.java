package press.gazette.command;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The arguments of a command.
 *
 * @param operands files, or the id of an import
 * @param options with their values; flags have an empty one
 */
record Arguments(Verb verb, List<String> operands, Map<String, String> options) {

    static final String USAGE = """
            gazette import FILE… [--dry-run] [--format FORMAT] [--mapping FILE] [--media refer] [--since DATE]
            gazette import undo ID
            gazette export FILE [--files]
            Each takes --server URL --key-file FILE for a server that runs; else it opens the database of the settings itself.""";

    private static final String SERVER = "--server";
    private static final String KEY_FILE = "--key-file";
    private static final Set<String> OF_SERVER = Set.of(SERVER, KEY_FILE);
    private static final Set<String> FLAGS = Set.of("--dry-run", "--files");

    /** The commands with their own options. */
    enum Verb {
        IMPORT("--dry-run", "--format", "--mapping", "--media", "--since"),
        UNDO(),
        EXPORT("--files");

        @SuppressWarnings("ImmutableEnumChecker") // the set cannot be changed
        private final Set<String> options;

        Verb(String... options) {
            this.options = Set.of(options);
        }
    }

    /**
     * Parses the arguments.
     *
     * @throws Failure that shows the right ones
     */
    static Arguments parse(String[] arguments) {
        List<String> words = new ArrayList<>(List.of(arguments));
        Verb verb = verb(words);
        List<String> operands = new ArrayList<>();
        Map<String, String> options = new HashMap<>();
        while (!words.isEmpty()) {
            String word = words.remove(0);
            if (!word.startsWith("--")) {
                operands.add(word);
                continue;
            }
            if (!OF_SERVER.contains(word) && !verb.options.contains(word)) {
                throw Failure.usage("There is no option " + word + " here.");
            }
            if (!FLAGS.contains(word) && words.isEmpty()) {
                throw Failure.usage(word + " needs a value.");
            }
            if (options.put(word, FLAGS.contains(word) ? "" : words.remove(0)) != null) {
                throw Failure.usage(word + " is there twice.");
            }
        }
        Arguments parsed = new Arguments(verb, List.copyOf(operands), Map.copyOf(options));
        parsed.check();
        return parsed;
    }

    private static Verb verb(List<String> words) {
        String first = words.isEmpty() ? "" : words.remove(0);
        if (first.equals("export")) {
            return Verb.EXPORT;
        }
        if (!first.equals("import")) {
            throw Failure.usage("There is no command " + first + ".");
        }
        if (words.isEmpty() || !words.get(0).equals("undo")) {
            return Verb.IMPORT;
        }
        words.remove(0);
        return Verb.UNDO;
    }

    private void check() {
        if (operands.isEmpty() || (verb != Verb.IMPORT && operands.size() > 1)) {
            throw Failure.usage(verb == Verb.UNDO ? "It needs the id of one import." : "It needs a file.");
        }
        if (options.containsKey(SERVER) != options.containsKey(KEY_FILE)) {
            throw Failure.usage(SERVER + " and " + KEY_FILE + " belong together.");
        }
        String server = options.get(SERVER);
        if (server != null && !server.matches("https?://[^/?#]+/?")) {
            throw Failure.usage(SERVER + " must be an address such as https://gazette.example.org.");
        }
    }

    boolean has(String option) {
        return options.containsKey(option);
    }

    @Nullable
    String value(String option) {
        return options.get(option);
    }

    /** True if it names a server that runs. */
    boolean isRemote() {
        return has(SERVER);
    }

    URI server() {
        return URI.create(Objects.requireNonNull(value(SERVER)).replaceAll("/$", ""));
    }

    Path keyFile() {
        return Path.of(Objects.requireNonNull(value(KEY_FILE)));
    }
}
