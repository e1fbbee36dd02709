package press.gazette.security;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

import press.gazette.database.Loss;

/**
 * Knows the keys. It asks the database each time, one row by a unique index: the desk is not the hot path, and so a key
 * that is revoked on one node opens nothing on any other from the commit on.
 */
@Singleton
final class KeyRing implements IdentityProvider<PresentedKey> {

    private static final Logger LOG = Logger.getLogger(KeyRing.class);

    private final Clock clock;

    KeyRing(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Class<PresentedKey> getRequestType() {
        return PresentedKey.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(PresentedKey presented, AuthenticationRequestContext context) {
        return context.runBlocking(() -> caller(presented.text()).identity());
    }

    private Caller caller(KeyText text) {
        Instant now = clock.instant();
        AccessKey key = QuarkusTransaction.requiringNew()
                .call(() -> AccessKey.byText(text))
                .filter(found -> found.isValid(now))
                .orElseThrow(AuthenticationFailedException::new);
        if (key.isNoteworthy(now)) {
            note(key.id(), now);
        }
        return new Caller("key:" + key.id(), Scope.allowedBy(key.scopes()));
    }

    /** In a transaction of its own, so that it fails alone. */
    private static void note(UUID id, Instant now) {
        try {
            QuarkusTransaction.requiringNew().run(() -> AccessKey.note(id, now));
        } catch (RuntimeException e) {
            if (!Loss.isOfStorage(e)) {
                LOG.warnf("The use of a key could not be noted; key=%s cause=%s", id, e);
            }
        }
    }
}
