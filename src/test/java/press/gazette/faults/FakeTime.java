package press.gazette.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** A clock for a process that can be set while it runs, with libfaketime, a Debian package. */
final class FakeTime {

    /** Each architecture has a folder below it. */
    private static final Path LIBRARIES = Path.of("/usr/lib");

    private final String library;
    private final Path setting;

    /** Creates a clock with this difference, such as {@code +30s}. Skips the test if the library is missing. */
    FakeTime(String difference) throws IOException {
        try (Stream<Path> folders = Files.list(LIBRARIES)) {
            library = folders.map(folder -> folder.resolve("faketime/libfaketimeMT.so.1"))
                    .filter(Files::exists)
                    .findFirst()
                    .map(Path::toString)
                    .orElseGet(() -> Tool.missing("faketime"));
        }
        setting = Files.createTempFile("gazette-clock", "");
        set(difference);
    }

    /** The process sees the change within a second. */
    void set(String difference) throws IOException {
        Files.writeString(setting, difference + "\n");
    }

    /** The environment of a process with this clock. Only the wall clock is faked; monotonic time is real. */
    Map<String, String> environment() {
        return Map.of(
                "LD_PRELOAD",
                library,
                "FAKETIME_TIMESTAMP_FILE",
                setting.toString(),
                "FAKETIME_CACHE_DURATION",
                "1",
                "FAKETIME_DONT_FAKE_MONOTONIC",
                "1");
    }
}
