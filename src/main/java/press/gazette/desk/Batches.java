package press.gazette.desk;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;

import press.gazette.database.Loss;
import press.gazette.database.Storage;
import press.gazette.delivery.Problems;
import press.gazette.delivery.deadline.Deadline;
import press.gazette.json.Json;
import press.gazette.json.Unread;
import press.gazette.problem.Faults;
import press.gazette.problem.Problem;
import press.gazette.problem.ProblemType;

/**
 * Many writes in one request: each in a transaction of its own, so that one that fails does not stop the others; or all in
 * one, so that there are all or none.
 *
 * <p>Where each is by itself, the batch stops before the request's deadline: a client that got 503 would not know which of its
 * operations are done. With an Idempotency-Key the answer is kept and replayed. Each write is known by the key and its place
 * as well: when a node dies in the middle, the repeated request finds what was done and does the rest.
 */
@Singleton
public class Batches {

    private static final Logger LOG = Logger.getLogger(Batches.class);

    /** What is wrong with the request and not with one of its operations. */
    private static final Set<ProblemType> OF_THE_WHOLE =
            EnumSet.of(ProblemType.IDEMPOTENCY_KEY_REUSED, ProblemType.IDEMPOTENCY_KEY_IN_USE);

    private static final String OUT_OF_TIME =
            "The time of the request was nearly over. Send this operation in another batch.";

    private static final String DATABASE_FAILED = "The database failed at an operation before this one.";

    private final Desk desk;
    private final Calls calls;
    private final Problems problems;
    private final DeskConfig config;
    private final Storage storage;

    Batches(Desk desk, Calls calls, Problems problems, DeskConfig config, Storage storage) {
        this.desk = desk;
        this.calls = calls;
        this.problems = problems;
        this.config = config;
        this.storage = storage;
    }

    /**
     * Does each write by itself: 200, whatever becomes of them.
     *
     * @param writes what an operation is as a write; throws a {@link Problem} that is told at the operation's place
     */
    public <O> RestResponse<BatchView> each(
            WriteParameters how, List<Unread<O>> operations, Function<O, Write> writes) {
        requireCount(operations, config.batchOperations(), "A batch");
        IdempotencyKey key = how.isDryRun() ? null : calls.key();
        List<Supplier<Acknowledgement>> steps = new ArrayList<>();
        for (int i = 0; i < operations.size(); i++) {
            Unread<O> operation = operations.get(i);
            IdempotencyKey own = key == null ? null : key.at(i);
            Supplier<Acknowledgement> work =
                    () -> writes.apply(operation.read()).done();
            steps.add(
                    how.isDryRun()
                            ? () -> Committing.undone(work).hypothetical()
                            : () -> desk.once(own, work).acknowledgement());
        }
        return desk.answeredInSteps(key, () -> {
            BatchView view = BatchView.of(done(steps));
            // What failed for a reason of ours may be tried again: such an answer is not kept.
            boolean lasts = view.items().stream().noneMatch(Batches::isFailure);
            return new Desk.Steps(new Acknowledgement(Acknowledgement.OK, null, null, Json.column(view)), lasts);
        });
    }

    /**
     * Does all writes in one transaction; the first that is refused refuses them all, with pointers from the whole on.
     *
     * @param locking locks what the operations change, in one order, before the first of them is done
     */
    public <O> RestResponse<BatchView> all(
            WriteParameters how, List<Unread<O>> operations, Consumer<List<O>> locking, Function<O, Write> writes) {
        requireCount(operations, config.batchAtomicOperations(), "A batch with atomic=true");
        return desk.answered(how, new Write(() -> {
            List<O> read = new ArrayList<>();
            for (int i = 0; i < operations.size(); i++) {
                Unread<O> operation = operations.get(i);
                read.add(at(i, operation::read));
            }
            locking.accept(read);
            List<BatchView.Item> items = new ArrayList<>();
            for (int i = 0; i < read.size(); i++) {
                O operation = read.get(i);
                Deadline.require(calls.routing());
                items.add(BatchView.Item.of(at(i, () -> writes.apply(operation).done())));
            }
            return new Acknowledgement(Acknowledgement.OK, null, null, Json.column(BatchView.of(items)));
        }));
    }

    private static <T> T at(int place, Supplier<T> work) {
        try {
            return work.get();
        } catch (Problem refusal) {
            throw refusal.within("/operations/" + place);
        }
    }

    private static void requireCount(List<?> operations, int most, String what) {
        new Faults()
                .check(
                        !operations.isEmpty() && operations.size() <= most,
                        "/operations",
                        what + " has 1 to " + most + " operations.")
                .refuse();
    }

    private List<BatchView.Item> done(List<Supplier<Acknowledgement>> steps) {
        List<BatchView.Item> items = new ArrayList<>();
        boolean lost = false;
        for (Supplier<Acknowledgement> step : steps) {
            if (lost || isOutOfTime()) {
                items.add(refused(notTried(lost ? DATABASE_FAILED : OUT_OF_TIME)));
                continue;
            }
            try {
                items.add(BatchView.Item.of(step.get()));
            } catch (RuntimeException failure) {
                lost = storage.isCauseOf(failure) || Loss.isCauseOf(failure);
                items.add(refused(refusal(failure)));
            }
        }
        return items;
    }

    private boolean isOutOfTime() {
        return Deadline.isNear(calls.routing(), config.batchTime());
    }

    private BatchView.Item refused(Problem problem) {
        return BatchView.Item.of(problems.view(problem, calls.routing()));
    }

    /** What an operation that has failed is told; the whole batch fails where the fault is not its own. */
    private Problem refusal(RuntimeException failure) {
        if (failure instanceof Problem problem) {
            if (OF_THE_WHOLE.contains(problem.type())) {
                throw problem;
            }
            // Nothing is kept of an operation that was still at work when the time was over.
            boolean late = problem.type() == ProblemType.UNAVAILABLE && isOutOfTime();
            return late ? notTried(OUT_OF_TIME) : problem;
        }
        if (storage.isCauseOf(failure)) {
            return Problem.of(ProblemType.UNAVAILABLE, Storage.REFUSAL);
        }
        if (Loss.isCauseOf(failure)) {
            LOG.warnf("The database does not answer in the middle of a batch; cause=%s", failure);
            return Problem.of(ProblemType.UNAVAILABLE, "The database does not answer.");
        }
        LOG.error("An operation of a batch failed", failure);
        return Problem.of(ProblemType.INTERNAL_ERROR, "The server failed to do this operation.");
    }

    private static Problem notTried(String reason) {
        return Problem.of(ProblemType.NOT_TRIED, reason);
    }

    private static boolean isFailure(BatchView.Item item) {
        String code = item.problem() == null ? "" : item.problem().code();
        return code.equals(ProblemType.UNAVAILABLE.code()) || code.equals(ProblemType.INTERNAL_ERROR.code());
    }
}
