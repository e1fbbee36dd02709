package press.gazette.security;

import jakarta.inject.Singleton;

import io.quarkus.security.identity.CurrentIdentityAssociation;

/** Tells other rooms who is calling. */
@Singleton
public class Callers {

    private final CurrentIdentityAssociation association;

    Callers(CurrentIdentityAssociation association) {
        this.association = association;
    }

    /** Who sent the running request; only where the method has {@code @RolesAllowed}, else nobody has been asked for. */
    public Caller current() {
        if (association.getIdentity().getPrincipal() instanceof Caller caller) {
            return caller;
        }
        throw new IllegalStateException("Nobody has been asked who they are: the method lacks @RolesAllowed");
    }
}
