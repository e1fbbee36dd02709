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

    /**
     * Refuses a change that readers notice to callers who may write but not publish.
     *
     * @throws Problem {@code forbidden}
     */
    public void requireToPublish() {
        if (!current().scopes().contains(Scope.PUBLISH)) {
            throw Problem.of(
                    ProblemType.FORBIDDEN,
                    "Readers would notice this change: it needs the scope " + Scope.PUBLISH + ".");
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
