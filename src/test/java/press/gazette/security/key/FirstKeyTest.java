package press.gazette.security.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Optional;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import press.gazette.newsroom.Keys;

@QuarkusTest
class FirstKeyTest {

    @Inject
    Clock clock;

    @Test
    void devModeIssuesAKeyIfThereIsNoAdminKey() {
        QuarkusTransaction.requiringNew().run(() -> AccessKey.delete("scopes like '%admin%'"));
        FirstKey first = new FirstKey(new BootstrapKey(Optional::empty), clock);
        Optional<KeyText> made = first.issue();
        assertThat(made).isPresent();
        Keys.as(made.get().reveal()).when().get("/v1/desk/keys").then().statusCode(200);
        assertThat(first.issue()).isEmpty();
    }
}
