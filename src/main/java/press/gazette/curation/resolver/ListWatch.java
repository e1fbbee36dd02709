package press.gazette.curation.resolver;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;

import press.gazette.curation.CuratedList;
import press.gazette.curation.resolution.Slot;
import press.gazette.database.due.DueRows;
import press.gazette.database.due.PlannedWork;
import press.gazette.desk.audit.AuditRecord;

/**
 * Publishes the revisions of lists that are due, and records in the ledger that an entry's window or an article's age has
 * changed the public items. It runs on every node. After a downtime it catches up.
 */
@Singleton
final class ListWatch {

    private final DueRows<CuratedList> due;

    ListWatch(MeterRegistry metrics) {
        due = new DueRows<>(
                "lists",
                new DueRows.Source<>(CuratedList.class, "curated_list", "id", "dueAt"),
                ListWatch::move,
                metrics);
    }

    void start(@Observes StartupEvent event, PlannedWork plans) {
        plans.start("lists that are due", due);
    }

    /** Records nothing that readers cannot see, such as the window of an entry whose article is hidden. */
    private static void move(CuratedList list, Instant now) {
        Instant before = Objects.requireNonNull(list.dueAt()).minus(1, ChronoUnit.MICROS);
        boolean published = list.timePasses(now);
        if (published) {
            AuditRecord.recordScheduled("/v1/desk/lists/" + list.key() + "/publication", list, now);
        } else if (!shown(list, before).equals(shown(list, now))) {
            list.recordPassedTime(now);
        }
    }

    private static List<Slot> shown(CuratedList list, Instant at) {
        return ListResolver.live(List.of(list.id()), at, false).stream()
                .flatMap(read -> read.resolved().slots().stream())
                .toList();
    }
}
