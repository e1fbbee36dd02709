package press.gazette.importer.wordpress;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The dates of an export: in UTC, or in the zone of the site. Zeros are no date. */
final class WordpressDates {

    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final int EARLIEST = 1600;

    private WordpressDates() {}

    /**
     * The date of a pair of texts.
     *
     * @param utc in UTC; zeros or empty: none
     * @param local in the zone, which counts if the other one is none
     */
    static Optional<Instant> of(String utc, String local, ZoneId zone) {
        return read(utc)
                .map(date -> date.toInstant(ZoneOffset.UTC))
                .or(() -> read(local).map(date -> date.atZone(zone).toInstant()));
    }

    private static Optional<LocalDateTime> read(String text) {
        try {
            LocalDateTime date = LocalDateTime.parse(text, FORM);
            return date.getYear() < EARLIEST ? Optional.empty() : Optional.of(date);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
