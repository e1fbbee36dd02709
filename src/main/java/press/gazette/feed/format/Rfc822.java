package press.gazette.feed.format;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Formats dates for RSS and OPML: RFC 822, with a year of four digits. */
public final class Rfc822 {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Rfc822() {}

    public static String date(Instant at) {
        return DATE.format(at);
    }
}
