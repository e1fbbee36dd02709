package press.gazette.importer.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;

class ReadAheadTest {

    private final AtomicInteger read = new AtomicInteger();
    private final AtomicBoolean closed = new AtomicBoolean();

    @Test
    void itemsComeInTheirOrder() {
        try (ReadAhead ahead = items(120, Optional::empty)) {
            for (int number = 1; number <= 120; number++) {
                assertThat(ahead.next()).map(ImportedItem::id).contains(String.valueOf(number));
            }
            assertThat(ahead.next()).isEmpty();
            assertThat(ahead.next()).isEmpty();
        }
    }

    @Test
    void failureComesBehindTheItemsBeforeIt() {
        UnreadableFile failure = new UnreadableFile("The file is cut off.");
        try (ReadAhead ahead = items(3, () -> {
            throw failure;
        })) {
            for (int number = 1; number <= 3; number++) {
                assertThat(ahead.next()).isPresent();
            }
            assertThatThrownBy(ahead::next).isSameAs(failure);
        }
    }

    @Test
    void deepItemIsAFailureToo() {
        try (ReadAhead ahead = items(1, () -> {
            throw new StackOverflowError();
        })) {
            assertThat(ahead.next()).isPresent();
            assertThatThrownBy(ahead::next).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void fewItemsAreInMemory() {
        try (ReadAhead ahead = items(1_000, Optional::empty)) {
            assertThat(ahead.next()).isPresent();
            await().until(() -> read.get() == 50);
        }
        await().untilTrue(closed);
        assertThat(read).hasValue(50);
    }

    private ReadAhead items(int count, Supplier<Optional<ImportedItem>> end) {
        return new ReadAhead(new ImportedArticles() {

            @Override
            public Optional<ImportedItem> next() {
                return read.get() == count ? end.get() : Optional.of(item(read.incrementAndGet()));
            }

            @Override
            public void close() {
                closed.set(true);
            }
        });
    }

    private static ImportedItem item(int number) {
        return new LeftOut(String.valueOf(number), "", new Note("a", "b"), 0);
    }
}
