package press.gazette.importer.wordpress;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

import press.gazette.importer.xml.FileDates;

/** The dates of an export: in UTC, or in the zone of the site. Zeros are no date. */
final class WordpressDates {

    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final int EARLIEST = 1600;

    /** WordPress writes 30 November of the year -1, or the beginning of Unix time, for zeros. */
    private static final Instant BEGINNING = Instant.parse("1970-01-02T00:00:00Z");

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

    /** The date of a publication; an item of the feed that the export is has it once more. */
    static Optional<Instant> published(WxrPost post, ZoneId zone) {
        return of(post.value("wp:post_date_gmt"), post.value("wp:post_date"), zone)
                .or(() -> FileDates.of(post.value("pubDate")).filter(date -> !date.isBefore(BEGINNING)));
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
