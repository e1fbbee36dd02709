package press.gazette.security;

import jakarta.inject.Singleton;

import io.quarkus.security.identity.CurrentIdentityAssociation;

import press.gazette.problem.Problem;
import press.gazette.problem.ProblemType;

/** Gives other rooms the current caller. */
@Singleton
public class Callers {

    private final CurrentIdentityAssociation association;

    Callers(CurrentIdentityAssociation association) {
        this.association = association;
    }

    /**
     * Requires a scope, where one operation of several needs more than its method does.
     *
     * @throws Problem {@code forbidden}
     */
    public void require(String scope) {
        if (!current().scopes().contains(scope)) {
            throw Problem.of(ProblemType.FORBIDDEN, "This needs the scope " + scope + ".");
        }
    }

    /**
     * Requires the scope for changes that readers notice.
     *
     * @throws Problem {@code forbidden}
     */
    public void requireToPublish() {
        if (!current().scopes().contains(Scope.PUBLISH)) {
            throw Problem.of(
                    ProblemType.FORBIDDEN, "This change is public, so it needs the scope " + Scope.PUBLISH + ".");
        }
    }

    /** The sender of the running request. The method must have {@code @RolesAllowed}. */
    public Caller current() {
        if (association.getIdentity().getPrincipal() instanceof Caller caller) {
            return caller;
        }
        throw new IllegalStateException("There is no caller: the method lacks @RolesAllowed");
    }
}
