package press.gazette.webhook;

import java.util.Locale;

import jakarta.persistence.EnumeratedValue;

import com.fasterxml.jackson.annotation.JsonValue;

/** The reason why Gazette has disabled a webhook. */
public enum Disabling {
    /** The receiver has responded with 410. */
    GONE,
    /** The receiver has accepted nothing for too long. */
    FAILING;

    @EnumeratedValue
    @JsonValue
    public final String word = name().toLowerCase(Locale.ROOT);
}
