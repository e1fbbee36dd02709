package press.gazette.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many writers at once. */
final class Parallel {

    interface Writer<T> {
        T write(int number) throws Exception;
    }

    private Parallel() {}

    /** What each of them got. */
    static <T> List<T> run(int writers, Writer<T> writer) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        List<Callable<T>> all = new ArrayList<>();
        for (int i = 0; i < writers; i++) {
            int number = i;
            all.add(() -> writer.write(number));
        }
        List<T> results = new ArrayList<>();
        for (Future<T> result : threads.invokeAll(all)) {
            results.add(result.get());
        }
        threads.shutdown();
        return results;
    }
}
