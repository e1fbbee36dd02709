package press.gazette.security.key;

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

import press.gazette.database.DatabaseFailure;
import press.gazette.security.Caller;
import press.gazette.security.Scope;

/**
 * Authenticates keys. Each time it reads one row by a unique index: the desk is not the hot path, and so a revoked key
 * is rejected by every node from the commit on.
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
        if (key.isUseDue(now)) {
            markUsed(key.id(), now);
        }
        return new Caller("key:" + key.id(), key.name(), Scope.allowedBy(key.scopes()), key.expiresAt());
    }

    /** Uses a transaction of its own, so that a failure does not fail the request. */
    private static void markUsed(UUID id, Instant now) {
        try {
            QuarkusTransaction.requiringNew().run(() -> AccessKey.markUsed(id, now));
        } catch (RuntimeException e) {
            if (!DatabaseFailure.isOfStorage(e)) {
                LOG.warnf("The last use of a key could not be recorded; key=%s cause=%s", id, e);
            }
        }
    }
}
