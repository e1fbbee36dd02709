package press.gazette.admission.stage;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

import press.gazette.newsroom.CachingServer;

@QuarkusTest
@TestProfile(CachingServer.class)
class RegisteredFiltersTest {

    @Inject
    RegisteredFilters registered;

    @Test
    void serverWithACacheRegistersEachFilterOnce() {
        assertThat(registered.ours()).containsExactlyInAnyOrderElementsOf(StageTest.numbers(Stage.Layer.FILTER));
    }
}
