package press.gazette.importer.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import press.gazette.time.Work;

/** Imports that this node cannot run, and their files. */
@QuarkusTest
class ImportRunnerTest {

    private static final Instant NOW = Instant.parse("2026-11-30T06:00:00Z");

    @Inject
    ImportRunner runner;

    @Inject
    ImportFiles files;

    @Inject
    ImportConfig config;

    @Test
    void importOfAnotherNodeIsLookedAtEachMinuteUntilItEnds() {
        assertThat(runner.round()).isEqualTo(Work.UNTIL_WOKEN);
        UUID id = QuarkusTransaction.requiringNew()
                .call(() -> ImportJob.begin(ImportOptions.of(ImportFormat.WORDPRESS), "test", NOW)
                        .id());
        assertThat(runner.round()).isEqualTo(Duration.ofMinutes(1));
        QuarkusTransaction.requiringNew().run(() -> ImportJob.deleteById(id));
        assertThat(runner.round()).isEqualTo(Work.UNTIL_WOKEN);
    }

    /** A folder with a content stands for anything that cannot be removed. */
    @Test
    void leftoverThatCannotBeRemovedKeepsNoneOfTheOthers() throws IOException {
        Files.createDirectories(config.importFolder());
        Path stuck = Files.createDirectory(config.importFolder().resolve(UUID.randomUUID() + ".part"));
        Path content = Files.createFile(stuck.resolve("content"));
        Path[] leftovers = new Path[10];
        for (int i = 0; i < leftovers.length; i++) {
            leftovers[i] = Files.createFile(config.importFolder().resolve(UUID.randomUUID() + ".part"));
            Files.setLastModifiedTime(leftovers[i], FileTime.from(Instant.EPOCH));
        }
        Files.setLastModifiedTime(stuck, FileTime.from(Instant.EPOCH));
        files.removeLeftovers(Set.of(), Instant.EPOCH.plusSeconds(1));
        assertThat(leftovers).noneMatch(Files::exists);
        assertThat(content).exists();
        Files.delete(content);
        Files.delete(stuck);
    }

    @Test
    void faultOfAReversalDoesNotAskForTheFile() {
        assertThat(ImportRunner.fault(JobState.RUNNING)).contains("the same file again");
        assertThat(ImportRunner.fault(JobState.UNDOING))
                .contains("a further reversal")
                .doesNotContain("file");
    }
}
