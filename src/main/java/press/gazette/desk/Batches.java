package press.gazette.desk;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import press.gazette.admission.deadline.Deadline;
import press.gazette.database.DatabaseFailure;
import press.gazette.database.Pulse;
import press.gazette.database.Storage;
import press.gazette.desk.idempotency.Acknowledgement;
import press.gazette.desk.idempotency.IdempotencyKey;
import press.gazette.json.Json;
import press.gazette.json.Unbound;
import press.gazette.problem.Faults;
import press.gazette.problem.Problem;
import press.gazette.problem.ProblemType;
import press.gazette.response.Problems;
import press.gazette.security.Callers;
import press.gazette.security.Scope;

/**
 * Many writes in one request: each in a transaction of its own, so that a failed one does not stop the others, or all
 * in one transaction.
 *
 * <p>With separate transactions, the batch stops before the request's deadline: a client that got 503 would not know
 * which of its operations are done. With an Idempotency-Key the response is stored and replayed. Each write also has a
 * key of its own, made of that key and its index: if a node dies in the middle, the repeated request finds the writes
 * that were done and does the rest.
 */
@Singleton
public class Batches {

    public interface Operation {

        /** True if it needs the scope to publish, in addition to that of its batch. */
        boolean publishes();

        /** The member with the content of the write, where pointers to its faults begin; null: there is none. */
        @Nullable
        String content();

        /**
         * The write, prepared but not done.
         *
         * @param losses takes the content that it cannot store
         */
        DeskWrite<?> on(Desk desk, LossReport losses);
    }

    private static final Logger LOG = Logger.getLogger(Batches.class);

    /** Problems of the request rather than of one of its operations. */
    private static final Set<ProblemType> OF_REQUEST =
            EnumSet.of(ProblemType.IDEMPOTENCY_KEY_REUSED, ProblemType.IDEMPOTENCY_KEY_IN_USE);

    private static final String OUT_OF_TIME =
            "The time of the request was nearly over. Send this operation in another batch.";

    private static final String DATABASE_FAILED = "The database failed at an earlier operation.";

    private final Desk desk;
    private final Callers callers;
    private final CurrentRequest request;
    private final Problems problems;
    private final DeskConfig config;
    private final Storage storage;

    Batches(Desk desk, Callers callers, CurrentRequest request, Problems problems, DeskConfig config, Storage storage) {
        this.desk = desk;
        this.callers = callers;
        this.request = request;
        this.problems = problems;
        this.config = config;
        this.storage = storage;
    }

    /**
     * Does each write in its own transaction. The status is always 200.
     *
     * @param strict true to reject writes of content that cannot be stored
     */
    public <O extends Operation> RestResponse<BatchView> each(
            WriteParameters how, boolean strict, List<Unbound<O>> operations) {
        requireCount(operations, config.batchOperations(), "A batch");
        IdempotencyKey key = how.isDryRun() ? null : request.key();
        List<Supplier<Acknowledgement>> steps = new ArrayList<>();
        for (int i = 0; i < operations.size(); i++) {
            Unbound<O> operation = operations.get(i);
            IdempotencyKey own = key == null ? null : key.at(i);
            Supplier<Acknowledgement> work = () -> write(operation.read(), strict);
            steps.add(
                    how.isDryRun()
                            ? () -> dryRun(WriteTransaction.rolledBack(work))
                            : () -> desk.once(own, work).acknowledgement());
        }
        return desk.respondInSteps(key, () -> {
            BatchView view = BatchView.of(done(steps));
            // A failure of the server may be retried, so such a response is not stored.
            boolean lasts = view.items().stream().noneMatch(Batches::isFailure);
            return new Desk.Steps(new Acknowledgement(Acknowledgement.OK, null, null, Json.column(view)), lasts);
        });
    }

    /**
     * Does all writes in one transaction. The first rejected one rolls all of them back; its pointers are relative to
     * the whole content.
     *
     * @param strict true to reject writes of content that cannot be stored
     * @param locking locks the resources that the operations change, in a fixed order, before the first operation
     */
    public <O extends Operation> RestResponse<BatchView> all(
            WriteParameters how, boolean strict, List<Unbound<O>> operations, Consumer<List<O>> locking) {
        requireCount(operations, config.batchAtomicOperations(), "A batch with atomic=true");
        AtomicReference<@Nullable String> nothingSecret = new AtomicReference<>();
        return desk.respond(
                how,
                () -> {
                    List<O> read = new ArrayList<>();
                    for (int i = 0; i < operations.size(); i++) {
                        Unbound<O> operation = operations.get(i);
                        read.add(at(i, operation::read));
                    }
                    locking.accept(read);
                    List<BatchView.Item> items = new ArrayList<>();
                    for (int i = 0; i < read.size(); i++) {
                        O operation = read.get(i);
                        Deadline.require(request.routing());
                        items.add(BatchView.Item.of(at(i, () -> write(operation, strict))));
                    }
                    return new Acknowledgement(Acknowledgement.OK, null, null, Json.column(BatchView.of(items)));
                },
                nothingSecret);
    }

    /** The acknowledgement of a dry run: the resource does not exist and has no version. */
    private static Acknowledgement dryRun(Acknowledgement done) {
        int status = done.status() == Acknowledgement.NO_CONTENT ? Acknowledgement.NO_CONTENT : Acknowledgement.OK;
        return new Acknowledgement(status, null, null, done.content());
    }

    private Acknowledgement write(Operation operation, boolean strict) {
        if (operation.publishes()) {
            callers.require(Scope.PUBLISH);
        }
        LossReport losses = new LossReport(strict);
        try {
            return operation.on(desk, losses).inTransaction(losses);
        } catch (Problem refusal) {
            String content = operation.content();
            throw content == null || refusal.faults().isEmpty() ? refusal : refusal.within("/" + content);
        }
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
                        what + " must have 1 to " + most + " operations.")
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
                lost = storage.isCauseOf(failure) || DatabaseFailure.isCauseOf(failure);
                items.add(refused(refusal(failure)));
            }
        }
        return items;
    }

    private boolean isOutOfTime() {
        return Deadline.isNear(request.routing(), config.batchTime());
    }

    private BatchView.Item refused(Problem problem) {
        return BatchView.Item.of(problems.view(problem, request.routing()));
    }

    /** The problem of a failed operation. Throws problems that concern the whole batch. */
    private Problem refusal(RuntimeException failure) {
        if (failure instanceof Problem problem) {
            if (OF_REQUEST.contains(problem.type())) {
                throw problem;
            }
            // An operation that was still running at the deadline was rolled back.
            boolean late = problem.type() == ProblemType.UNAVAILABLE && isOutOfTime();
            return late ? notTried(OUT_OF_TIME) : problem;
        }
        if (storage.isCauseOf(failure)) {
            return Problem.of(ProblemType.UNAVAILABLE, Storage.REFUSAL);
        }
        if (DatabaseFailure.isCauseOf(failure)) {
            LOG.warnf("The database does not respond in the middle of a batch; cause=%s", failure);
            return Problem.of(ProblemType.UNAVAILABLE, Pulse.REFUSAL);
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
