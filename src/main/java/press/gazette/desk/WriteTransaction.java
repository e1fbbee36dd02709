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

/**
 * Runs a write in a transaction, retries collisions with other writers, and turns the remaining ones into problems.
 */
public final class WriteTransaction {

    /** Carries the result out of a transaction that is rolled back. */
    private static final class RolledBack extends RuntimeException {

        private final transient Object result;

        RolledBack(Object result) {
            super(null, null, false, false);
            this.result = result;
        }
    }

    /** Attempts at one write. Colliding writers take turns, so even many writers need few attempts. */
    private static final int MOST_ATTEMPTS = 5;

    /**
     * The second attempt reports a name just taken, or a reference just removed, with its place in the content;
     * otherwise the resource is still in use.
     */
    private static final int ATTEMPTS_AT_CONSTRAINTS = 2;

    private WriteTransaction() {}

    /**
     * Does the work and commits it. After a collision the work is repeated in a new transaction: it reads the other
     * writers' changes, and {@code If-Match} is compared with those.
     */
    static <T> T committed(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return QuarkusTransaction.requiringNew().call(work::get);
            } catch (RuntimeException failure) {
                if (attempt >= attempts(failure)) {
                    throw toProblem(failure);
                }
            }
        }
    }

    /** Does the work, including its flush, and rolls it back. */
    @SuppressWarnings("unchecked") // the result is the one that the work has returned
    public static <T> T rolledBack(Supplier<T> work) {
        try {
            return committed(() -> {
                throw new RolledBack(work.get());
            });
        } catch (RolledBack done) {
            return (T) done.result;
        }
    }

    /** The maximum number of attempts for this failure: more than one if other writers may have caused it. */
    private static int attempts(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem) {
                return 1;
            }
            // A deadlock, or a row that was changed or removed; not a lock timeout.
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

    private static RuntimeException toProblem(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (isStale(cause)) {
                return Problem.conflict("Other writers keep changing or removing this resource, or one that it "
                        + "refers to. Read it again and repeat the request.");
            }
            if (cause instanceof ConstraintViolationException violation
                    && violation.getKind() == ConstraintKind.UNIQUE) {
                return Problem.conflict("Another write has just taken a name or an address that must be unique.");
            }
            if (cause instanceof ConstraintViolationException violation
                    && violation.getKind() == ConstraintKind.FOREIGN_KEY) {
                return Problem.conflict(
                        "The resource is still in use, or one that it refers to has just been removed.");
            }
            if (cause instanceof LockTimeoutException
                    || cause instanceof PessimisticLockException
                    || cause instanceof LockAcquisitionException) {
                return Problem.of(ProblemType.UNAVAILABLE, "Other writers have held a lock for too long.");
            }
            if (cause instanceof Problem || cause instanceof JDBCConnectionException) {
                return (RuntimeException) cause;
            }
        }
        return failure;
    }
}
