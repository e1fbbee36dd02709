package press.gazette.article;

import java.time.Instant;
import java.util.Locale;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.EnumeratedValue;

import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The reason and the time of a withdrawal. Readers are told the class of reason only. */
@Embeddable
public class Withdrawal {

    /** The class of reason that every client sees. */
    @Schema(name = "WithdrawalReason")
    public enum Reason {
        LEGAL,
        ERROR,
        RIGHTS,
        OTHER;

        @JsonValue
        @EnumeratedValue
        final String word = name().toLowerCase(Locale.ROOT);

        /** The reason as it stands in a problem. */
        public String word() {
            return word;
        }
    }

    @Column(name = "withdrawal_reason")
    @Enumerated(EnumType.STRING)
    private Reason reason;

    @Column(name = "withdrawn_at")
    private Instant at;

    /** For the desk only. */
    @Column(name = "withdrawal_note")
    private @Nullable String note;

    protected Withdrawal() {}

    public Withdrawal(Reason reason, @Nullable String note, Instant at) {
        this.reason = reason;
        this.note = note;
        this.at = at;
    }

    public Reason reason() {
        return reason;
    }

    public Instant at() {
        return at;
    }

    public @Nullable String note() {
        return note;
    }
}
