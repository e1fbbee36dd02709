package press.gazette.security.key;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;

import press.gazette.security.Scope;

/**
 * Issues the first key in dev mode and with the sample newsroom, so that the first request needs no set-up. It is
 * random, and printed once.
 */
@Singleton
public final class FirstKey {

    private static final Set<Scope> DESK =
            Set.of(Scope.DESK_READ, Scope.DESK_WRITE, Scope.DESK_PUBLISH, Scope.PREVIEW_READ, Scope.CONTENT_FULL);

    private final BootstrapKey bootstrap;
    private final Clock clock;

    FirstKey(BootstrapKey bootstrap, Clock clock) {
        this.bootstrap = bootstrap;
        this.clock = clock;
    }

    void atStart(@Observes StartupEvent start) {
        if (isDevMode() && !bootstrap.isSet()) {
            issue().ifPresent(FirstKey::show);
        }
    }

    /** Prints a desk key after the sample newsroom was loaded, unless there is a bootstrap key. */
    public void offer() {
        if (!isDevMode() && !bootstrap.isSet()) {
            show(QuarkusTransaction.requiringNew()
                    .call(() -> issued(new KeyDraft("Sample newsroom", DESK, null), "sample")));
        }
    }

    private static boolean isDevMode() {
        return LaunchMode.current() == LaunchMode.DEVELOPMENT;
    }

    /** Printed to the terminal rather than the log, which may be stored elsewhere. */
    private static void show(KeyText text) {
        System.out.println("A key for the desk, shown this once (Authorization: Bearer …): " + text.reveal());
    }

    /** Issues a key with all scopes; empty if there is a valid admin key already. */
    Optional<KeyText> issue() {
        return QuarkusTransaction.requiringNew().call(() -> {
            if (AccessKey.anyAdmin(clock.instant())) {
                return Optional.empty();
            }
            return Optional.of(issued(new KeyDraft("Made in dev mode", Set.of(Scope.ADMIN), null), "dev"));
        });
    }

    private KeyText issued(KeyDraft draft, String creator) {
        KeyText text = KeyText.random();
        AccessKey.issue(text, draft, creator, clock.instant());
        return text;
    }
}
