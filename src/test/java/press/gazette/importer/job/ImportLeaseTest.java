package press.gazette.importer.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import press.gazette.article.Article;
import press.gazette.database.BulkTransaction;
import press.gazette.importer.copy.MediaStore;
import press.gazette.importer.desk.TestImports;
import press.gazette.newsroom.PausedServer;
import press.gazette.newsroom.TestTags;

/** Two processes have the files of one import, and each of its items is written once. */
@QuarkusTest
class ImportLeaseTest {

    @Inject
    ImportFiles files;

    @Inject
    MediaStore media;

    @Inject
    BulkTransaction transaction;

    @Inject
    Clock clock;

    private UUID id = new UUID(0, 0);
    private Set<UUID> tags = Set.of();

    @BeforeEach
    void begin() {
        tags = TestTags.ids();
        PausedServer.stop();
        Path arrived = files.receive(new ByteArrayInputStream(TestImports.EXPORT.getBytes(StandardCharsets.UTF_8)));
        id = QuarkusTransaction.requiringNew().call(() -> {
            ImportJob job = ImportJob.begin(ImportOptions.of(ImportFormat.WORDPRESS), "test", clock.instant());
            ImportJob.flush();
            files.keep(arrived, job.id(), 1);
            return job.id();
        });
    }

    @AfterEach
    void tidyUp() {
        files.remove(QuarkusTransaction.requiringNew().call(() -> ImportJob.locked(id)));
        TestImports.clear();
        TestTags.clearAllBut(tags);
        PausedServer.go();
    }

    @Test
    void importIsRunByOneProcess() {
        try (ImportLease first = take().orElseThrow()) {
            assertThat(take()).isEmpty();
            assertThat(transaction.call(first::job).id()).isEqualTo(id);
        }
    }

    @Test
    void leaseIsRenewedInTheBackground() {
        try (ImportLease held = take().orElseThrow()) {
            Instant first = leasedTo();
            await().atMost(Duration.ofMinutes(1)).until(() -> leasedTo().isAfter(first));
            assertThat(transaction.call(held::job).id()).isEqualTo(id);
        }
    }

    /** It was paused, say, and its lease has expired. */
    @Test
    void processThatHasLostTheImportStoresNothing() {
        try (ImportLease paused = take().orElseThrow()) {
            ImportJob seen = transaction.call(paused::job);
            try (ImportLease next = takeOver()) {
                assertThatExceptionOfType(ImportLease.Lost.class).isThrownBy(() -> finish(paused, seen));
                assertThat(articles()).isZero();
                assertThat(finish(next, transaction.call(next::job))).isTrue();
                assertThat(articles()).isPositive();
                assertThatExceptionOfType(ImportLease.Lost.class).isThrownBy(() -> finish(paused, seen));
            }
        }
        ImportCounts counts = QuarkusTransaction.requiringNew()
                .call(() -> ImportJob.<ImportJob>findById(id).counts());
        assertThat(counts.itemCount()).isEqualTo(8);
    }

    /** The run is in the middle of a batch when its import is stopped, and then taken back. */
    @Test
    void reversalEndsTheRunBeforeIt() {
        try (ImportLease stopped = take().orElseThrow()) {
            QuarkusTransaction.requiringNew().run(() -> {
                ImportJob job = ImportJob.locked(id);
                job.stop(clock.instant());
                job.undo();
            });
            assertThatExceptionOfType(ImportLease.Lost.class).isThrownBy(() -> transaction.call(stopped::job));
        }
    }

    /** The lease may be renewed at this very moment. */
    private ImportLease takeOver() {
        return await().until(
                        () -> {
                            expire();
                            return take();
                        },
                        Optional::isPresent)
                .orElseThrow();
    }

    private Optional<ImportLease> take() {
        return ImportLease.take(id, transaction, clock);
    }

    private Instant leasedTo() {
        return QuarkusTransaction.requiringNew()
                .call(() -> ImportJob.find("select leasedTo from ImportJob where id = ?1", id)
                        .project(Instant.class)
                        .singleResult());
    }

    private void expire() {
        QuarkusTransaction.requiringNew().run(() -> ImportJob.update("leasedTo = ?1 where id = ?2", Instant.EPOCH, id));
    }

    private boolean finish(ImportLease lease, ImportJob job) {
        ImportRun.Node node = new ImportRun.Node(files, media, transaction, clock, () -> false);
        try (ImportRun run = new ImportRun(lease, job, node)) {
            return run.finish();
        }
    }

    private long articles() {
        return QuarkusTransaction.requiringNew().call(() -> Article.count("text.slug like 'desk-import-%'"));
    }
}
