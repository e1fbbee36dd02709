package press.gazette.newsroom;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs many writers concurrently. */
public final class Parallel {

    public interface Writer<T> {
        T write(int number) throws Exception;
    }

    private Parallel() {}

    /** Returns the result of each writer. They start together. */
    public static <T> List<T> run(int writers, Writer<T> writer) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        CyclicBarrier ready = new CyclicBarrier(writers);
        List<Callable<T>> all = new ArrayList<>();
        for (int i = 0; i < writers; i++) {
            int number = i;
            all.add(() -> {
                ready.await();
                return writer.write(number);
            });
        }
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(all)) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdown();
        }
    }
}
