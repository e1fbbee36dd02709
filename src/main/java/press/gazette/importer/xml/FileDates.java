package press.gazette.importer.xml;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The dates of files: RFC 3339, RFC 822 with zones by number or as GMT, and the form of databases in UTC. */
public final class FileDates {

    private static final DateTimeFormatter DATABASE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private FileDates() {}

    /** The date; empty if the text is empty or no date. */
    public static Optional<Instant> of(String text) {
        String date = text.strip();
        if (date.isEmpty()) {
            return Optional.empty();
        }
        try {
            if (!date.matches("\\d{4}-.*")) {
                String zoned = date.replaceFirst(" (?:UT|UTC|Z)$", " GMT");
                return Optional.of(ZonedDateTime.parse(zoned, DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant());
            }
            return Optional.of(
                    date.indexOf('T') > 0
                            ? OffsetDateTime.parse(date).toInstant()
                            : LocalDateTime.parse(date, DATABASE).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
