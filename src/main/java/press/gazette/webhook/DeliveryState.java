package press.gazette.webhook;

import java.util.Locale;

import jakarta.persistence.EnumeratedValue;

import com.fasterxml.jackson.annotation.JsonValue;

/** The state of a delivery. */
public enum DeliveryState {
    /** It waits for its first or its next attempt. */
    PENDING,
    /** The receiver has accepted it. */
    DELIVERED,
    /** No attempt is left. */
    FAILED,
    /** The webhook was disabled before the receiver accepted it. */
    CANCELLED;

    @EnumeratedValue
    @JsonValue
    public final String word = name().toLowerCase(Locale.ROOT);
}
