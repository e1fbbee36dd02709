package press.gazette.media.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystemException;

import org.junit.jupiter.api.Test;

import press.gazette.problem.Problem;

class FileStoreTest {

    @Test
    void fullDiskIsToldFromOtherFailures() {
        assertThat(code(new IOException("No space left on device"))).isEqualTo("insufficient-storage");
        assertThat(code(new FileSystemException("a.part", null, "Disk quota exceeded")))
                .isEqualTo("insufficient-storage");
        assertThat(code(new IOException("Input/output error"))).isEqualTo("unavailable");
        assertThat(code(new IOException())).isEqualTo("unavailable");
    }

    private static String code(IOException failure) {
        Problem problem = FileStore.failure(failure);
        return problem.type().code();
    }
}
