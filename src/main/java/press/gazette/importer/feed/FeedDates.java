package press.gazette.importer.feed;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

import org.jspecify.annotations.Nullable;

/** The dates of feeds: RFC 3339 of Atom, and RFC 822 of RSS with zones by number or as GMT. */
final class FeedDates {

    private FeedDates() {}

    /** The date; null if the text is absent or no date. */
    static @Nullable Instant of(String text) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            return text.matches("\\d{4}-.*")
                    ? OffsetDateTime.parse(text).toInstant()
                    : ZonedDateTime.parse(
                                    text.replaceFirst(" (?:UT|UTC|Z)$", " GMT"), DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
