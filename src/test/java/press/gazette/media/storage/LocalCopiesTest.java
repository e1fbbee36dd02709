package press.gazette.media.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import press.gazette.time.SuppliedClock;

class LocalCopiesTest {

    private static final int BYTES = 100;

    @TempDir
    Path folder;

    @Test
    void leastRecentlyUsedCopiesMakeRoom() throws IOException {
        LocalCopies copies = new LocalCopies(folder, 5 * BYTES, Clock.systemUTC());
        for (int i = 0; i < 5; i++) {
            age(add(copies, "ab/" + i), 10 - i);
        }
        assertThat(copies.find("ab/0")).as("a use makes it young").isPresent();
        add(copies, "ab/5");
        assertThat(copies.find("ab/0")).isPresent();
        assertThat(copies.find("ab/1")).isEmpty();
        assertThat(copies.find("ab/2")).as("room for the next one is made too").isEmpty();
        assertThat(copies.find("ab/3")).isPresent();
        assertThat(copies.find("ab/5")).isPresent();
    }

    /** Ages are counted in steps of a sixty-fourth, so copies that are nearly as old may go instead. */
    @Test
    void manyCopiesMakeRoomByTheirAges() throws IOException {
        int number = 200;
        LocalCopies copies = new LocalCopies(folder, (long) number * BYTES, Clock.systemUTC());
        for (int i = 0; i < number; i++) {
            age(add(copies, name(i)), age(i));
        }
        add(copies, "ff/last");
        List<Integer> gone = IntStream.range(0, number)
                .filter(i -> copies.find(name(i)).isEmpty())
                .mapToObj(LocalCopiesTest::age)
                .sorted()
                .toList();
        assertThat(gone).as("down to nine tenths").hasSize(21);
        assertThat(gone.get(0)).isBetween((200 - 21) * 63 / 64, 200 - 20);
        assertThat(gone).contains(200, 199, 198, 190, 185);
    }

    private static String name(int i) {
        return String.format("%02x/%d", i % 7, i);
    }

    /** In hours, 1 to 200, in no order. */
    private static int age(int i) {
        return i * 77 % 200 + 1;
    }

    /** A list of all would still have the removed ones. */
    @Test
    void idleCopiesArePassedOnWhileTheFolderIsRead() throws IOException {
        LocalCopies copies = new LocalCopies(folder, 100 * BYTES, Clock.systemUTC());
        for (int i = 0; i < 16; i++) {
            age(add(copies, String.format("%02x/%d", i, i)), 1);
        }
        List<String> names = new ArrayList<>();
        copies.idle(name -> {
            names.add(name);
            for (int i = 0; i < 16; i++) {
                remove(copies, String.format("%02x/", i));
            }
        });
        assertThat(names).hasSize(1);
    }

    private static void remove(LocalCopies copies, String prefix) {
        try {
            copies.remove(prefix);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void onlyIdleCopiesArePassedOn() throws IOException {
        LocalCopies copies = new LocalCopies(folder, 100 * BYTES, Clock.systemUTC());
        age(add(copies, "ab/0"), 1);
        age(add(copies, "renditions/ab/0/1"), 1);
        add(copies, "ab/1");
        List<String> names = new ArrayList<>();
        copies.idle(names::add);
        assertThat(names).containsExactlyInAnyOrder("ab/0", "renditions/ab/0/1");
    }

    @Test
    void copiesOnTheirWayToReadersStay() throws IOException {
        LocalCopies copies = new LocalCopies(folder, BYTES, Clock.systemUTC());
        add(copies, "ab/0");
        add(copies, "renditions/ab/1");
        assertThat(copies.find("ab/0")).isPresent();
        assertThat(copies.find("renditions/ab/1")).isPresent();
    }

    /** None can be removed, and a walk takes as long as there are files. */
    @Test
    void fullFolderIsWalkedAgainAfterAMinute() throws IOException {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
        LocalCopies copies = new LocalCopies(folder, BYTES, new SuppliedClock(now::get));
        Path first = add(copies, "ab/0");
        add(copies, "ab/1");
        age(first, 1);
        add(copies, "ab/2");
        assertThat(first).exists();
        now.set(now.get().plusSeconds(61));
        add(copies, "ab/3");
        assertThat(first).doesNotExist();
    }

    @Test
    void copyThatIsFoundIsOnItsWayToAReader() throws IOException {
        LocalCopies copies = new LocalCopies(folder, BYTES, Clock.systemUTC());
        Path copy = add(copies, "ab/0");
        Files.setLastModifiedTime(copy, FileTime.from(Instant.now().minus(Duration.ofMinutes(30))));
        assertThat(copies.find("ab/0")).isPresent();
        add(copies, "ab/1");
        assertThat(copies.find("ab/0")).isPresent();
    }

    /** Such as those of a folder that all nodes shared, and its mark. */
    @Test
    void otherFilesOfTheMediaFolderStay() throws IOException {
        Path mark = Files.write(folder.resolve("gazette-media"), new byte[BYTES]);
        Path original = Files.createDirectories(folder.resolve("ab")).resolve("old");
        Files.write(original, new byte[BYTES]);
        age(mark, 10);
        age(original, 10);
        LocalCopies copies = new LocalCopies(folder, BYTES, Clock.systemUTC());
        age(add(copies, "ab/0"), 9);
        add(copies, "ab/1");
        assertThat(mark).exists();
        assertThat(original).exists();
        assertThat(copies.find("ab/0")).isEmpty();
        assertThat(copies.find("ab/old")).as("not checked against its hash").isEmpty();
    }

    @Test
    void copyThatCannotBeRemovedHoldsUpNoOther() throws IOException {
        LocalCopies copies = new LocalCopies(folder, 2 * BYTES, Clock.systemUTC());
        age(add(copies, "ab/0"), 10);
        age(add(copies, "cd/0"), 9);
        Path locked = folder.resolve("copies/ab");
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("---------"));
        try {
            add(copies, "cd/1");
            assertThat(copies.find("cd/1")).isPresent();
        } finally {
            Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void copiesAreRemovedByTheBeginningsOfTheirNames() throws IOException {
        LocalCopies copies = new LocalCopies(folder, 5 * BYTES, Clock.systemUTC());
        add(copies, "ab/abc.jpg");
        add(copies, "ab/abd.jpg");
        add(copies, "renditions/ab/abc/1.jpg");
        copies.remove("ab/abc.");
        copies.remove("renditions/ab/abc/");
        copies.remove("cd/never-there.");
        assertThat(copies.find("ab/abc.jpg")).isEmpty();
        assertThat(copies.find("ab/abd.jpg")).isPresent();
        assertThat(copies.find("renditions/ab/abc/1.jpg")).isEmpty();
    }

    private Path add(LocalCopies copies, String name) throws IOException {
        Path made = Files.write(folder.resolve("made"), new byte[BYTES]);
        return copies.add(made, name);
    }

    private static void age(Path copy, int hours) throws IOException {
        Files.setLastModifiedTime(copy, FileTime.from(Instant.now().minus(Duration.ofHours(hours))));
    }
}
