package press.gazette.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times and days as clients write them: RFC 3339 with seconds and an offset, in the years 1600 to 9998. Content,
 * filters, cursors, archives and schedules share this range, so every accepted time can be paged through and found
 * again.
 */
public final class Timestamp {

    /** The expected format of a time, to follow "This must be". */
    public static final String TIME = "a time with seconds and an offset (RFC 3339), such as 2026-01-31T09:30:00Z";

    /** The expected format of a day, to follow "This must be". */
    public static final String DAY = "a date, such as 2026-01-31";

    /** Dates before the first newspapers are typing errors. */
    public static final Instant EARLIEST = Instant.parse("1600-01-01T00:00:00Z");

    /** The year 9999 stands for "without end", and RFC 3339 has years of four digits in every offset. */
    public static final Instant LATEST = Instant.parse("9998-12-31T23:59:59.999999Z");

    private static final Pattern DATE = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");

    private static final Pattern RFC_3339 = Pattern.compile(
            DATE.pattern() + "T(\\d{2}):(\\d{2}):(\\d{2})(?:\\.\\d{1,9})?(?:Z|[+-](\\d{2}):(\\d{2}))",
            Pattern.CASE_INSENSITIVE);

    private static final int MOST_OFFSET_HOURS = 18;

    private Timestamp() {}

    /**
     * Parses a time, cut to whole microseconds, the precision of both databases.
     *
     * @throws IllegalArgumentException with a sentence that names the impossible part or the bound
     */
    public static Instant parse(String text) {
        Matcher parts = RFC_3339.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("This must be " + TIME + ".");
        }
        checkDay(parts);
        checkPart(parts, 4, 23, "The hour must be 00 to 23.");
        checkPart(parts, 5, 59, "The minute must be 00 to 59.");
        checkPart(parts, 6, 59, "The second must be 00 to 59; leap seconds are not supported.");
        checkOffset(parts);
        return inRange(OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS));
    }

    /** Parses a time, or a day, which stands for its midnight in UTC. Throws as {@link #parse} does. */
    public static Instant parseTimeOrDay(String text) {
        if (DATE.matcher(text).matches()) {
            return parseDay(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        try {
            return parse(text);
        } catch (IllegalArgumentException e) {
            throw RFC_3339.matcher(text).matches()
                    ? e
                    : new IllegalArgumentException("This must be " + DAY + ", or " + TIME + ".");
        }
    }

    /** Parses a calendar day. Throws as {@link #parse} does. */
    public static LocalDate parseDay(String text) {
        Matcher parts = DATE.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("This must be " + DAY + ".");
        }
        checkDay(parts);
        LocalDate day = LocalDate.parse(text);
        inRange(day.atStartOfDay(ZoneOffset.UTC).toInstant());
        return day;
    }

    public static boolean isInRange(Instant time) {
        return !time.isBefore(EARLIEST) && !time.isAfter(LATEST);
    }

    private static Instant inRange(Instant time) {
        if (time.isBefore(EARLIEST)) {
            throw new IllegalArgumentException("The earliest time is " + EARLIEST + ".");
        }
        if (time.isAfter(LATEST)) {
            throw new IllegalArgumentException("The latest time is " + LATEST.truncatedTo(ChronoUnit.SECONDS) + ".");
        }
        return time;
    }

    private static void checkDay(Matcher parts) {
        int year = part(parts, 1);
        int number = part(parts, 2);
        if (number < 1 || number > Month.values().length) {
            throw new IllegalArgumentException("The month must be 01 to 12.");
        }
        int days = YearMonth.of(year, number).lengthOfMonth();
        int day = part(parts, 3);
        if (day < 1 || day > days) {
            String month = Month.of(number).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            throw new IllegalArgumentException("%s %04d has %d days, from 01.".formatted(month, year, days));
        }
    }

    private static void checkOffset(Matcher parts) {
        if (parts.group(7) != null) {
            int hours = part(parts, 7);
            int minutes = part(parts, 8);
            boolean possible =
                    minutes <= 59 && (hours < MOST_OFFSET_HOURS || (hours == MOST_OFFSET_HOURS && minutes == 0));
            if (!possible) {
                throw new IllegalArgumentException(
                        "The offset must be Z, or -18:00 to +18:00 with minutes of 00 to 59.");
            }
        }
    }

    private static void checkPart(Matcher parts, int group, int most, String expected) {
        if (part(parts, group) > most) {
            throw new IllegalArgumentException(expected);
        }
    }

    private static int part(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }
}
