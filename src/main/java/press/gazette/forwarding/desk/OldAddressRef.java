package press.gazette.forwarding.desk;

import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import press.gazette.address.Id;
import press.gazette.desk.DeskRef;
import press.gazette.forwarding.OldAddress;
import press.gazette.problem.Problem;

/** The id of an old address in a request. */
@Schema(
        type = SchemaType.STRING,
        description = "Id of the old address.",
        example = "0199a3c5-1f5e-7c3a-8b1d-2f60c7b1a9e4")
record OldAddressRef(String text) implements DeskRef<OldAddress> {

    private UUID id() {
        return Id.of(text).map(Id::value).orElseThrow(OldAddressRef::unknown);
    }

    OldAddress find() {
        return OldAddress.<OldAddress>findByIdOptional(id()).orElseThrow(OldAddressRef::unknown);
    }

    @Override
    public void check() {
        id();
    }

    @Override
    public OldAddress locked() {
        return OldAddress.locked(id()).orElseThrow(OldAddressRef::unknown);
    }

    private static Problem unknown() {
        return Problem.notFound("address");
    }
}
