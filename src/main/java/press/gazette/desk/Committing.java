package press.gazette.desk;

import java.util.function.Supplier;

import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.hibernate.StaleStateException;
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

    private Committing() {}

    /** Does the work and keeps it. */
    static <T> T committed(Supplier<T> work) {
        try {
            return QuarkusTransaction.requiringNew().call(work::get);
        } catch (RuntimeException failure) {
            throw explained(failure);
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

    private static RuntimeException explained(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockException || cause instanceof StaleStateException) {
                return Problem.of(
                        ProblemType.PRECONDITION_FAILED,
                        "Somebody else has changed it in this very moment. Read it again before you change it.");
            }
            if (cause instanceof ConstraintViolationException violation
                    && violation.getKind() == ConstraintKind.UNIQUE) {
                return Problem.conflict(
                        "Something else took a name or an address in this very moment that only one thing "
                                + "can have. Send the request again to learn which.");
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
