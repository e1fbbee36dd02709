package press.gazette.security;

import jakarta.inject.Singleton;

import io.quarkus.security.identity.CurrentIdentityAssociation;

import press.gazette.problem.Problem;
import press.gazette.problem.ProblemType;

/** Tells other rooms who is calling. */
@Singleton
public class Callers {

    private final CurrentIdentityAssociation association;

    Callers(CurrentIdentityAssociation association) {
        this.association = association;
    }

    /**
     * Refuses callers without a scope, where one operation of several needs more than the method does.
     *
     * @throws Problem {@code forbidden}
     */
    public void require(String scope) {
        if (!current().scopes().contains(scope)) {
            throw Problem.of(ProblemType.FORBIDDEN, "This needs the scope " + scope + ".");
        }
    }

    /** Who sent the running request; only where the method has {@code @RolesAllowed}, else nobody has been asked for. */
    public Caller current() {
        if (association.getIdentity().getPrincipal() instanceof Caller caller) {
            return caller;
        }
        throw new IllegalStateException("Nobody has been asked who they are: the method lacks @RolesAllowed");
    }
}
