package press.gazette.media;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

import org.jspecify.annotations.Nullable;

/**
 * The rights of a medium, as the desk sets them.
 *
 * @param end the first moment at which readers must not see it; null: its rights do not end
 * @param syndicated false: only this newsroom may show it, and feeds leave it out
 */
@Embeddable
public record Licence(
        @Column(name = "rights_expire_at") @Nullable Instant end,
        @Column(nullable = false) boolean syndicated) {

    /** Without an end, for this newsroom and others. */
    public static final Licence FREE = new Licence(null, true);
}
