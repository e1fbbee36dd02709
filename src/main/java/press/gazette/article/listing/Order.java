package press.gazette.article.listing;

import java.time.Instant;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

import press.gazette.article.reading.CardRow;
import press.gazette.problem.ParameterValue;

/** The order of a listing; the id breaks ties. */
public enum Order {
    NEWEST("published_at", true),
    OLDEST("published_at", false),
    UPDATED("renewed_at", true);

    @JsonValue
    private final String word = name().toLowerCase(Locale.ROOT);

    private final String date;
    private final boolean descending;

    Order(String date, boolean descending) {
        this.date = date;
        this.descending = descending;
    }

    /** Reads the parameter {@code order}; absent means newest. */
    static Order parse(@Nullable String text) {
        return text == null ? NEWEST : ParameterValue.parse("order", text, values(), Order::word);
    }

    String word() {
        return word;
    }

    /** The row's date in this order. */
    Instant key(CardRow row) {
        return this == UPDATED ? row.renewedAt() : row.publishedAt();
    }

    /** The column of the date. */
    String date() {
        return date;
    }

    /** The SQL operator between the next key and this one. */
    String comparison() {
        return descending ? "<" : ">";
    }

    /** The direction in ORDER BY. The leading columns are reversed too, or H2 would not walk the index backwards. */
    String direction() {
        return descending ? " desc" : " asc";
    }

    String leading() {
        return descending ? " asc" : " desc";
    }
}
