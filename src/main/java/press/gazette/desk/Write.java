package press.gazette.desk;

import java.util.function.Supplier;

/** One write that is ready to be done, in a transaction that somebody else begins and ends. */
public final class Write {

    private final Supplier<Acknowledgement> work;

    Write(Supplier<Acknowledgement> work) {
        this.work = work;
    }

    Acknowledgement done() {
        return work.get();
    }
}
