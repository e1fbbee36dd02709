package press.gazette.desk;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;

import press.gazette.database.Loss;
import press.gazette.delivery.Problems;
import press.gazette.json.Json;
import press.gazette.json.Unread;
import press.gazette.problem.Faults;
import press.gazette.problem.Problem;
import press.gazette.problem.ProblemType;

/**
 * Many writes in one request: each in a transaction of its own, so that one that fails does not stop the others; or all in
 * one, so that there are all or none.
 *
 * <p>With an Idempotency-Key each write is known by the key and its place. When the request is repeated, because its answer
 * was lost or a node died in the middle, what was done is answered as before and the rest is done.
 */
@Singleton
public class Batches {

    private static final Logger LOG = Logger.getLogger(Batches.class);

    /** What is wrong with the request and not with one of its operations. */
    private static final Set<ProblemType> OF_THE_WHOLE =
            EnumSet.of(ProblemType.IDEMPOTENCY_KEY_REUSED, ProblemType.IDEMPOTENCY_KEY_IN_USE);

    private final Desk desk;
    private final Calls calls;
    private final Problems problems;
    private final DeskConfig config;

    Batches(Desk desk, Calls calls, Problems problems, DeskConfig config) {
        this.desk = desk;
        this.calls = calls;
        this.problems = problems;
        this.config = config;
    }

    /**
     * Does each write by itself: 200, whatever becomes of them.
     *
     * @param writes what an operation is as a write; throws a {@link Problem} that is told at the operation's place
     */
    public <O> RestResponse<BatchView> each(
            WriteParameters how, List<Unread<O>> operations, Function<O, Write> writes) {
        bound(operations);
        boolean hypothetical = how.isDryRun();
        IdempotencyKey key = calls.key();
        List<BatchView.Item> items = new ArrayList<>();
        boolean away = false;
        for (int i = 0; i < operations.size(); i++) {
            Unread<O> operation = operations.get(i);
            IdempotencyKey own = key == null ? null : key.at(i);
            Supplier<Acknowledgement> work =
                    () -> writes.apply(operation.read()).done();
            BatchView.Item item = away
                    ? refused(away())
                    : item(() -> hypothetical
                            ? Committing.undone(work).hypothetical()
                            : desk.once(own, work).acknowledgement());
            away = item.status() == Problems.status(ProblemType.UNAVAILABLE);
            items.add(item);
        }
        return RestResponse.ok(BatchView.of(items));
    }

    /** Does all writes in one transaction; the first that is refused refuses them all, with pointers from the whole on. */
    public <O> RestResponse<BatchView> all(WriteParameters how, List<Unread<O>> operations, Function<O, Write> writes) {
        bound(operations);
        return desk.answered(how, new Write(() -> {
            List<BatchView.Item> items = new ArrayList<>();
            for (int i = 0; i < operations.size(); i++) {
                try {
                    items.add(BatchView.Item.of(
                            writes.apply(operations.get(i).read()).done()));
                } catch (Problem refusal) {
                    throw refusal.within("/operations/" + i);
                }
            }
            return new Acknowledgement(Acknowledgement.OK, null, null, Json.column(BatchView.of(items)));
        }));
    }

    private void bound(List<?> operations) {
        int most = config.batchOperations();
        new Faults()
                .check(
                        !operations.isEmpty() && operations.size() <= most,
                        "/operations",
                        "A batch has 1 to " + most + " operations.")
                .refuse();
    }

    private BatchView.Item item(Supplier<Acknowledgement> work) {
        try {
            return BatchView.Item.of(work.get());
        } catch (Problem refusal) {
            if (OF_THE_WHOLE.contains(refusal.type())) {
                throw refusal;
            }
            return refused(refusal);
        } catch (RuntimeException failure) {
            if (Loss.isCauseOf(failure)) {
                LOG.warnf("The database does not answer in the middle of a batch; cause=%s", failure);
                return refused(away());
            }
            LOG.error("An operation of a batch failed", failure);
            return refused(Problem.of(ProblemType.INTERNAL_ERROR, "The server failed to do this operation."));
        }
    }

    private static Problem away() {
        return Problem.of(ProblemType.UNAVAILABLE, "The database does not answer.");
    }

    private BatchView.Item refused(Problem problem) {
        return BatchView.Item.of(problems.view(problem, calls.routing()));
    }
}
