package press.gazette.article.listing;

import java.time.Instant;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

import press.gazette.article.reading.CardRow;
import press.gazette.problem.Word;

/** The order of a listing; ties are broken by the id, so there are none. */
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
        return text == null ? NEWEST : Word.parse("order", text, values(), Order::word);
    }

    String word() {
        return word;
    }

    /** The date of the row that the order goes by. */
    Instant key(CardRow row) {
        return this == UPDATED ? row.renewedAt() : row.publishedAt();
    }

    /** The article's date that the order goes by, as a column. */
    String date() {
        return date;
    }

    /** How the next key compares with this one. */
    String comparison() {
        return descending ? "<" : ">";
    }

    /** Behind a column in ORDER BY. The columns before the date are reversed with it, lest H2 not use the index backwards. */
    String direction() {
        return descending ? " desc" : " asc";
    }

    String leading() {
        return descending ? " asc" : " desc";
    }
}
