package press.gazette.security;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;

/**
 * Makes the first key in dev mode and beside the sample newsroom, where nobody should have to read a manual before the first
 * request. It is random, and shown once.
 */
@Singleton
public final class FirstKey {

    private static final Set<Scope> DESK =
            Set.of(Scope.DESK_READ, Scope.DESK_WRITE, Scope.DESK_PUBLISH, Scope.PREVIEW_READ);

    private final BootstrapKey bootstrap;
    private final Clock clock;

    FirstKey(BootstrapKey bootstrap, Clock clock) {
        this.bootstrap = bootstrap;
        this.clock = clock;
    }

    void atStart(@Observes StartupEvent start) {
        if (isDevMode() && !bootstrap.isSet()) {
            make().ifPresent(FirstKey::show);
        }
    }

    /** Shows a key for the desk to those who have just loaded the sample newsroom, unless they have another one. */
    public void offer() {
        if (!isDevMode() && !bootstrap.isSet()) {
            show(QuarkusTransaction.requiringNew()
                    .call(() -> issued(new KeyDraft("Sample newsroom", DESK, null), "sample")));
        }
    }

    private static boolean isDevMode() {
        return LaunchMode.current() == LaunchMode.DEVELOPMENT;
    }

    /** On the terminal and not in the log, which others keep. */
    private static void show(KeyText text) {
        System.out.println("A key for the desk, shown this once (Authorization: Bearer …): " + text.reveal());
    }

    /** A key with all scopes; empty: there is one already. */
    Optional<KeyText> make() {
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
