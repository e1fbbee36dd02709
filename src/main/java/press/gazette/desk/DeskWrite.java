package press.gazette.desk;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import press.gazette.change.Edit;
import press.gazette.change.Versioned;
import press.gazette.desk.idempotency.Acknowledgement;
import press.gazette.desk.idempotency.ShownOnce;
import press.gazette.json.Json;

/** A write that is described but not done. Its last method does it: {@link #shownAs} or {@link #acknowledged}. */
public final class DeskWrite<E extends Versioned> {

    /**
     * A write whose transaction has not ended.
     *
     * @param location the URL of the new resource; null if none was created
     */
    record Written<E extends Versioned>(
            int status, @Nullable String location, E resource, Edit edit) {}

    /**
     * Reads the request's headers before the transaction. The returned supplier runs in the transaction, and again
     * after a collision.
     */
    @FunctionalInterface
    interface Work<E extends Versioned> {
        Supplier<Written<E>> prepared();
    }

    private final Desk desk;
    private final WriteParameters how;
    private final Work<E> work;

    DeskWrite(Desk desk, WriteParameters how, Work<E> work) {
        this.desk = desk;
        this.how = how;
        this.work = work;
    }

    /** Does the write and shows the result. */
    public <T> RestResponse<T> shownAs(Function<? super E, T> view) {
        return shownAs((resource, edit) -> view.apply(resource));
    }

    /** Does the write and shows the result in a view that depends on the time of the write. */
    public <T> RestResponse<T> shownAs(BiFunction<? super E, Edit, T> view) {
        Supplier<Written<E>> prepared = work.prepared();
        AtomicReference<@Nullable String> once = new AtomicReference<>();
        return desk.respond(
                how,
                () -> {
                    Written<E> written = prepared.get();
                    return desk.acknowledged(
                            written, () -> content(view.apply(written.resource(), written.edit()), once));
                },
                once);
    }

    /** The content that is stored for repeated requests. */
    private static String content(Object shown, AtomicReference<@Nullable String> once) {
        if (shown instanceof ShownOnce secret) {
            once.set(Json.column(shown));
            return Json.column(secret.withoutSecret());
        }
        return Json.column(shown);
    }

    /** Does the write and shows no content. */
    public RestResponse<Void> acknowledged() {
        Supplier<Written<E>> prepared = work.prepared();
        return desk.respond(how, () -> desk.acknowledged(prepared.get(), () -> null), new AtomicReference<>());
    }

    /** Does the write in the caller's transaction. Shows what it could not store; null: nothing. */
    Acknowledgement inTransaction(LossReport losses) {
        return desk.acknowledged(work.prepared().get(), losses::json);
    }
}
