package press.gazette.faults;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Programs that tests start and that Java does not bring along. {@code .ci/run} installs them; CI never does without. */
final class Tool {

    /** Debian keeps servers where not everybody looks. */
    private static final List<String> FOLDERS = List.of("/usr/sbin", "/usr/local/sbin");

    private Tool() {}

    /** Where it is; a test that needs it is skipped where there is none, and says so loudly. */
    static String require(String program) {
        return Stream.concat(Arrays.stream(System.getenv("PATH").split(":", -1)), FOLDERS.stream())
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Path::toString)
                .orElseGet(() -> missing(program));
    }

    static String missing(String program) {
        String sentence = "SKIPPED: there is no " + program + " here (apt-get install "
                + program.replace("varnishd", "varnish") + "); what this test promises is not tested.";
        System.err.println(sentence);
        return "true".equals(System.getenv("CI")) ? fail(sentence) : abort(sentence);
    }
}
