package press.gazette.forwarding.desk;

import java.time.Clock;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import press.gazette.admission.resource.Kind;
import press.gazette.admission.resource.Serves;
import press.gazette.delivery.Delivery;
import press.gazette.desk.Desk;
import press.gazette.desk.DeskCollection;
import press.gazette.desk.WriteParameters;
import press.gazette.forwarding.OldAddress;
import press.gazette.json.MergePatch;
import press.gazette.paging.Listing;
import press.gazette.problem.ParameterValue;
import press.gazette.security.Scope;

/** The old addresses of the desk. Readers notice each write, so all need the scope to publish. */
@Serves(Kind.DESK)
@Path("/v1/desk/addresses")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Desk")
public class DeskAddressesResource {

    private static final DeskCollection<OldAddress> ADDRESSES =
            new DeskCollection<>("/v1/desk/addresses", OldAddress::id, DeskCollection.NO_LOCK);

    private final Desk desk;
    private final Delivery delivery;
    private final Clock clock;

    DeskAddressesResource(Desk desk, Delivery delivery, Clock clock) {
        this.desk = desk;
        this.delivery = delivery;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Scope.PUBLISH)
    @Operation(
            operationId = "createAddress",
            summary = "Keep an old address",
            description = "Lets an address of the former site lead to an article, a tag or another address.")
    public RestResponse<OldAddressView> create(@BeanParam WriteParameters how, OldAddressDraft draft) {
        return desk.create(how, ADDRESSES, edit -> OldAddress.create(draft.oldPath(), draft.target(null), edit.at()))
                .shownAs(OldAddressView::of);
    }

    @GET
    @RolesAllowed(Scope.READ)
    @Operation(
            operationId = "listAddresses",
            summary = "List old addresses",
            description = "All addresses of the former site, the newest first.")
    public RestResponse<Listing<OldAddressView>> list(
            @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        OldAddressQuery query = OldAddressQuery.parse(limit, cursor);
        return delivery.deskListing(OldAddressQuery.ADDRESS, query.limit(), query.page());
    }

    @GET
    @Path("map")
    @Produces("text/plain")
    @RolesAllowed(Scope.READ)
    @APIResponse(
            responseCode = "200",
            description = "One line for each address that leads to a public article or to a link.",
            content = @Content(mediaType = "text/plain", schema = @Schema(type = SchemaType.STRING)))
    @Operation(
            operationId = "getAddressMap",
            summary = "Read all old addresses as a file",
            description = "For a server in front that redirects by itself: CSV, or lines for a map of nginx or Apache.")
    public RestResponse<StreamingOutput> map(
            @Parameter(
                            description =
                                    "csv: a path and a target in each line. nginx: lines for a map of the request's address. "
                                            + "apache: lines for a RewriteMap of the type txt.")
                    @QueryParam("format")
                    @Nullable
                    String format) {
        AddressMap.Form form = format == null
                ? AddressMap.Form.CSV
                : ParameterValue.parse("format", format, AddressMap.Form.values(), each -> each.word);
        AddressMap map = new AddressMap(form, clock.instant());
        return RestResponse.ResponseBuilder.<StreamingOutput>ok(map::write)
                .header("Content-Type", "text/plain;charset=UTF-8")
                .build();
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Scope.READ)
    @Operation(
            operationId = "getOldAddress",
            summary = "Read an old address",
            description = "The old address with this id.")
    public RestResponse<OldAddressView> one(@PathParam("id") OldAddressRef address) {
        OldAddress found = address.find();
        return desk.show(found, OldAddressView.of(found));
    }

    @PATCH
    @Path("{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed(Scope.PUBLISH)
    @Operation(
            operationId = "changeAddress",
            summary = "Change an old address",
            description = "Changes the path or the target. To change the kind of target, set the former one to null.")
    public RestResponse<OldAddressView> change(
            @BeanParam WriteParameters how, @PathParam("id") OldAddressRef address, MergePatch<OldAddressDraft> patch) {
        return desk.on(address)
                .write(how, (found, edit) -> {
                    OldAddressDraft draft = patch.applyTo(OldAddressDraft.of(found));
                    found.revise(draft.oldPath(), draft.target(found), edit.at());
                })
                .shownAs(OldAddressView::of);
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Scope.PUBLISH)
    @Operation(
            operationId = "removeAddress",
            summary = "Remove an old address",
            description = "The address leads nowhere from now on.")
    public RestResponse<Void> remove(@BeanParam WriteParameters how, @PathParam("id") OldAddressRef address) {
        return desk.on(address)
                .remove(how, (found, edit) -> found.remove(edit.at()))
                .acknowledged();
    }
}
