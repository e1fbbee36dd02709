package press.gazette.forwarding.desk;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.forwarding.OldAddress;

/** An old address at the desk. */
@Schema(description = "An address of the former site at the desk.")
record OldAddressView(
        @Schema(description = "Never changes.") UUID id,

        @JsonUnwrapped OldAddressDraft draft,

        @Schema(description = "The id of the import that wrote it. Absent: an editor wrote it.") @Nullable
        String source) {

    static OldAddressView of(OldAddress address) {
        return new OldAddressView(address.id(), OldAddressDraft.of(address), address.source());
    }
}
