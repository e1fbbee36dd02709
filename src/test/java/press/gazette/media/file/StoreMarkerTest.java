package press.gazette.media.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import jakarta.inject.Inject;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import press.gazette.media.StoredNames;

/** The first uploads of a newsroom come at once, and one of them marks the store. */
@QuarkusTest
class StoreMarkerTest {

    private static final int UPLOADS = 8;
    private static final int ROUNDS = 20;

    @Inject
    StoreMarker marker;

    @Test
    void firstUploadsAtOnceAllFindTheStoreMarked() throws Exception {
        marker.require();
        ExecutorService threads = Executors.newFixedThreadPool(UPLOADS);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                Files.delete(StoredNames.get().folder().resolve("gazette-media"));
                QuarkusTransaction.requiringNew()
                        .run(() -> Panache.getEntityManager()
                                .createNativeQuery("delete from media_store")
                                .executeUpdate());
                CyclicBarrier start = new CyclicBarrier(UPLOADS);
                List<Future<?>> uploads = new ArrayList<>();
                for (int i = 0; i < UPLOADS; i++) {
                    uploads.add(threads.submit(() -> {
                        start.await();
                        marker.require();
                        return null;
                    }));
                }
                for (Future<?> upload : uploads) {
                    upload.get();
                }
                assertThat(marker.isOurs()).isTrue();
            }
        } finally {
            threads.shutdown();
        }
    }
}
