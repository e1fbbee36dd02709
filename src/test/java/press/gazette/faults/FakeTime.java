package press.gazette.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** A clock of a process's own that can be set while the process runs: libfaketime, a package of Debian. */
final class FakeTime {

    /** Below it each architecture has a folder. */
    private static final Path LIBRARIES = Path.of("/usr/lib");

    private final String library;
    private final Path setting;

    /** A clock that differs by this, such as {@code +30s}; a test that needs it is skipped where there is no library. */
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

    /** The process sees it within a second. */
    void set(String difference) throws IOException {
        Files.writeString(setting, difference + "\n");
    }

    /** What a process is started with to go by this clock. Only what is set by people is faked, as with real clocks. */
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
