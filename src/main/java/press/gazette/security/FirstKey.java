package press.gazette.security;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;

/** Makes the first key in dev mode, where nobody should have to read a manual before the first request. */
@Singleton
final class FirstKey {

    private final BootstrapKey bootstrap;
    private final Clock clock;

    FirstKey(BootstrapKey bootstrap, Clock clock) {
        this.bootstrap = bootstrap;
        this.clock = clock;
    }

    void atStart(@Observes StartupEvent start) {
        if (LaunchMode.current() == LaunchMode.DEVELOPMENT && !bootstrap.isSet()) {
            // To the developer's terminal and not to the log, which others keep.
            make().ifPresent(text -> System.out.println(
                    "A key for the desk, shown this once (Authorization: Bearer …): " + text.reveal()));
        }
    }

    /** A key with all scopes; empty: there is one already. */
    Optional<KeyText> make() {
        return QuarkusTransaction.requiringNew().call(() -> {
            Instant now = clock.instant();
            if (AccessKey.anyAdmin(now)) {
                return Optional.empty();
            }
            KeyText text = KeyText.random();
            AccessKey.issue(text, new KeyDraft("Made in dev mode", Set.of(Scope.ADMIN), null), "dev", now);
            return Optional.of(text);
        });
    }
}
