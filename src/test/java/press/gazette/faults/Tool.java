package press.gazette.faults;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Programs that tests start. {@code .ci/run} installs them; tests with CI=true fail without them. */
public final class Tool {

    /** Debian has servers in folders that are not on every path. */
    private static final List<String> FOLDERS = List.of("/usr/sbin", "/usr/local/sbin");

    /** Debian's packages with other names than their programs. */
    private static final Map<String, String> PACKAGES =
            Map.of("varnishd", "varnish", "exiftool", "libimage-exiftool-perl", "identify", "imagemagick");

    private Tool() {}

    /** The path of the program. Skips the test with a warning if it is missing. */
    public static String require(String program) {
        return Stream.concat(Arrays.stream(System.getenv("PATH").split(":", -1)), FOLDERS.stream())
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Path::toString)
                .orElseGet(() -> missing(program));
    }

    static String missing(String program) {
        String sentence = "SKIPPED: there is no " + program + " here (apt-get install "
                + PACKAGES.getOrDefault(program, program) + "); what this test promises is not tested.";
        System.err.println(sentence);
        return "true".equals(System.getenv("CI")) ? fail(sentence) : abort(sentence);
    }
}
