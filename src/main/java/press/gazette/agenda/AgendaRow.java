package press.gazette.agenda;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import press.gazette.database.Row;

/**
 * A stored event.
 *
 * @param id of the resource; of the window of an entry, the id of the entry
 */
record AgendaRow(
        Instant at,
        AgendaEvent event,
        UUID id,
        AgendaType type,
        @Nullable String key,
        @Nullable String title,
        @Nullable Integer revision) {

    /** Reads {@link AgendaStatement#COLUMNS}. */
    static AgendaRow of(Row row) {
        return new AgendaRow(
                row.instant(),
                AgendaEvent.at(row.integer()),
                row.uuid(),
                row.constant(AgendaType.class),
                row.textOrNull(),
                row.textOrNull(),
                row.integerOrNull());
    }

    /** The entry whose window opens or closes. */
    @Nullable
    UUID entry() {
        return event == AgendaEvent.ENTRY_START || event == AgendaEvent.ENTRY_END ? id : null;
    }

    /** Its place in the order. */
    AgendaKey order() {
        return new AgendaKey(at, event.place, id);
    }
}
