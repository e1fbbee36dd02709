package press.gazette.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static press.gazette.search.index.SmallIndexFiles.MEMORY;
import static press.gazette.search.index.SmallIndexFiles.built;
import static press.gazette.search.index.SmallIndexFiles.hits;
import static press.gazette.search.index.SmallIndexFiles.snapshot;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import press.gazette.search.index.retrieval.Snapshot;

/** Files of the index that a disk or a person has damaged. */
class DamagedFilesTest {

    @TempDir
    private Path folder;

    private Generations generations() {
        return new Generations(folder, MEMORY);
    }

    /** True if the newest index can be opened, and all its files are whole. */
    private boolean isUsable() throws Exception {
        Optional<Generations.Opened> opened = generations().newest(bookmark -> true);
        if (opened.isEmpty()) {
            return false;
        }
        try (Generation generation = opened.get().generation()) {
            Snapshot snapshot = generation.snapshot(opened.get().bookmark().position(), null);
            try (Examination examination = new Examination(snapshot, new HashSet<>())) {
                boolean more = true;
                while (more) {
                    more = examination.next();
                }
            } finally {
                snapshot.release();
            }
            return true;
        } catch (IndexFailure e) {
            return false;
        }
    }

    @Test
    void oneWrongByteInAnyFileIsNoticed() throws Exception {
        String name = built(folder);
        List<Path> files;
        try (Stream<Path> all = Files.list(folder.resolve(name))) {
            files = all.filter(file -> !file.endsWith("write.lock")).sorted().toList();
        }
        assertThat(files).hasSizeGreaterThan(3);
        List<Path> unnoticed = new ArrayList<>();
        for (Path file : files) {
            byte[] whole = Files.readAllBytes(file);
            for (int place : new int[] {0, whole.length / 2, whole.length - 1}) {
                byte[] damaged = whole.clone();
                damaged[place] ^= 0x40;
                Files.write(file, damaged);
                if (isUsable()) {
                    unnoticed.add(file);
                }
            }
            Files.write(file, whole);
        }
        assertThat(unnoticed).isEmpty();
        Generations.Opened opened = generations().newest(bookmark -> true).orElseThrow();
        Snapshot snapshot = snapshot(opened);
        assertThat(hits(snapshot)).isEqualTo(30);
        snapshot.release();
        opened.generation().close();
    }

    @Test
    void missingFileIsNoticed() throws Exception {
        String name = built(folder);
        List<Path> files;
        try (Stream<Path> all = Files.list(folder.resolve(name))) {
            files = all.filter(file -> !file.endsWith("write.lock")).toList();
        }
        for (Path file : files) {
            byte[] whole = Files.readAllBytes(file);
            Files.delete(file);
            assertThat(isUsable()).as(file.toString()).isFalse();
            Files.write(file, whole);
        }
    }
}
