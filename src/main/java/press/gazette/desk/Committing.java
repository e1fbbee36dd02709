package press.gazette.desk;

import java.util.function.Supplier;

import jakarta.persistence.EntityNotFoundException;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.hibernate.StaleStateException;
import org.hibernate.UnresolvableObjectException;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.ConstraintViolationException.ConstraintKind;
import org.hibernate.exception.JDBCConnectionException;
import org.hibernate.exception.LockAcquisitionException;

import press.gazette.problem.Problem;
import press.gazette.problem.ProblemType;

/** One transaction, and what other writers may have done to it, in words for the client. */
public final class Committing {

    /** Carries the result of work out of the transaction that must not last. */
    private static final class Undone extends RuntimeException {

        private final transient Object result;

        Undone(Object result) {
            super(null, null, false, false);
            this.result = result;
        }
    }

    /** Attempts at one write. Those who collide take turns, so even a crowd of writers needs few. */
    private static final int MOST_ATTEMPTS = 5;

    /** A second attempt tells a name just taken, or a thing just removed, by its place; or it is still in use. */
    private static final int ATTEMPTS_AT_CONSTRAINTS = 2;

    private Committing() {}

    /**
     * Does the work and keeps it. Work that collides with other writers is done anew, from its beginning in a new
     * transaction: it reads what they have committed, and {@code If-Match} is compared with that.
     */
    static <T> T committed(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return QuarkusTransaction.requiringNew().call(work::get);
            } catch (RuntimeException failure) {
                if (attempt >= attempts(failure)) {
                    throw explained(failure);
                }
            }
        }
    }

    /** Does the work, up to what the database has to say about it, and keeps nothing. */
    @SuppressWarnings("unchecked") // what comes out is what the work has put in
    public static <T> T undone(Supplier<T> work) {
        try {
            return committed(() -> {
                throw new Undone(work.get());
            });
        } catch (Undone done) {
            return (T) done.result;
        }
    }

    /** How often work that failed so is tried in all: more than once where other writers may have been in the way. */
    private static int attempts(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem) {
                return 1;
            }
            // A deadlock, a row that changed or went; not a lock that was waited for in vain.
            if (isStale(cause) || cause instanceof LockAcquisitionException) {
                return MOST_ATTEMPTS;
            }
            if (cause instanceof ConstraintViolationException violation
                    && (violation.getKind() == ConstraintKind.UNIQUE
                            || violation.getKind() == ConstraintKind.FOREIGN_KEY)) {
                return ATTEMPTS_AT_CONSTRAINTS;
            }
        }
        return 1;
    }

    private static boolean isStale(Throwable failure) {
        return failure instanceof OptimisticLockException
                || failure instanceof StaleStateException
                || failure instanceof EntityNotFoundException
                || failure instanceof UnresolvableObjectException;
    }

    private static RuntimeException explained(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (isStale(cause)) {
                return Problem.conflict(
                        "Other writers change or remove it, or something that it names, again and again. "
                                + "Read it again and send the request once more.");
            }
            if (cause instanceof ConstraintViolationException violation
                    && violation.getKind() == ConstraintKind.UNIQUE) {
                return Problem.conflict(
                        "Something else took a name or an address in this very moment that only one thing "
                                + "can have.");
            }
            if (cause instanceof ConstraintViolationException violation
                    && violation.getKind() == ConstraintKind.FOREIGN_KEY) {
                return Problem.conflict(
                        "It is still in use, or something that it speaks of has been removed in this very moment.");
            }
            if (cause instanceof LockTimeoutException
                    || cause instanceof PessimisticLockException
                    || cause instanceof LockAcquisitionException) {
                return Problem.of(ProblemType.UNAVAILABLE, "Other writers are in the way for too long.");
            }
            if (cause instanceof Problem || cause instanceof JDBCConnectionException) {
                return (RuntimeException) cause;
            }
        }
        return failure;
    }
}
