package press.gazette.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All times have one range of years; an error names the impossible part or the bound. */
class TimestampTest {

    @ParameterizedTest
    @CsvSource({
        "2026-01-31T09:30:00Z, 2026-01-31T09:30:00Z",
        "2026-01-31t09:30:00.1234567z, 2026-01-31T09:30:00.123456Z",
        "2024-02-29T23:59:59+18:00, 2024-02-29T05:59:59Z",
        "1600-01-01T00:00:00Z, 1600-01-01T00:00:00Z",
        "1599-12-31T23:00:00-01:00, 1600-01-01T00:00:00Z",
        "9998-12-31T23:59:59.9999999Z, 9998-12-31T23:59:59.999999Z",
    })
    void timeIsParsedToUtcAndMicroseconds(String text, Instant expected) {
        assertThat(Timestamp.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2024-02-30T00:00:00Z      | February 2024 has 29 days",
                "2023-02-29T00:00:00Z      | February 2023 has 28 days",
                "2026-04-31T00:00:00Z      | April 2026 has 30 days",
                "2026-04-00T00:00:00Z      | April 2026 has 30 days, from 01",
                "2026-13-01T00:00:00Z      | The month must be 01 to 12",
                "2026-00-01T00:00:00Z      | The month must be 01 to 12",
                "2026-01-01T24:00:00Z      | The hour must be 00 to 23",
                "2026-01-01T23:60:00Z      | The minute must be 00 to 59",
                "2016-12-31T23:59:60Z      | The second must be 00 to 59; leap seconds are not supported",
                "2026-01-01T00:00:00+18:01 | The offset must be Z, or -18:00 to +18:00",
                "2026-01-01T00:00:00+24:00 | The offset must be Z, or -18:00 to +18:00",
                "2026-01-01T00:00:00-01:60 | The offset must be Z, or -18:00 to +18:00",
                "0001-01-01T00:00:00Z      | The earliest time is 1600-01-01T00:00:00Z",
                "0000-02-29T00:00:00Z      | The earliest time is 1600-01-01T00:00:00Z",
                "1600-01-01T00:00:00+01:00 | The earliest time is 1600-01-01T00:00:00Z",
                "9999-01-01T00:00:00Z      | The latest time is 9998-12-31T23:59:59Z",
                "9999-12-31T23:59:59-18:00 | The latest time is 9998-12-31T23:59:59Z",
                "+12026-01-01T00:00:00Z    | RFC 3339",
                "2026-01-31T09:30:00       | RFC 3339",
                "2026-01-31                | RFC 3339",
                "٢٠٢٦-01-31T09:30:00Z      | RFC 3339",
            })
    void errorNamesTheImpossiblePartOrTheBound(String text, String expected) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Timestamp.parse(text))
                .withMessageContaining(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2024-02-30   | February 2024 has 29 days",
                "1599-12-31   | The earliest time",
                "9999-01-01   | The latest time",
                "2026-1-1     | a date, such as",
                "+002026-01-1 | a date, such as",
            })
    void daysHaveTheSameRange(String text, String expected) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Timestamp.parseDay(text))
                .withMessageContaining(expected);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Timestamp.parseTimeOrDay(text))
                .withMessageContaining(expected);
    }

    @Test
    void dayIsMidnightInUtc() {
        assertThat(Timestamp.parseDay("1600-01-01")).isEqualTo(LocalDate.of(1600, 1, 1));
        assertThat(Timestamp.parseTimeOrDay("1600-01-01")).isEqualTo(Timestamp.EARLIEST);
        assertThat(Timestamp.parseTimeOrDay("1915-03-04T05:06:07Z")).isEqualTo("1915-03-04T05:06:07Z");
    }
}
