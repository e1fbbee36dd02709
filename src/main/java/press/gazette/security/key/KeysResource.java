package press.gazette.security.key;

import java.time.Clock;
import java.time.Instant;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import press.gazette.admission.resource.Kind;
import press.gazette.admission.resource.Serves;
import press.gazette.delivery.Delivery;
import press.gazette.paging.Listing;
import press.gazette.security.Callers;
import press.gazette.security.Scope;

/** Issues, lists and revokes keys. */
@Serves(Kind.DESK)
@Path("/v1/desk/keys")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Keys")
public class KeysResource {

    private final Delivery delivery;
    private final Callers callers;
    private final Clock clock;

    KeysResource(Delivery delivery, Callers callers, Clock clock) {
        this.delivery = delivery;
        this.callers = callers;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Scope.ADMINISTER)
    @Transactional
    @APIResponse(
            responseCode = "201",
            description = "Issued. Only this response has the key itself.",
            content = @Content(schema = @Schema(implementation = IssuedKey.class)))
    @Operation(
            operationId = "issueKey",
            summary = "Issue a key",
            description = "Issues a key with a name, scopes and an optional expiry. Only this response shows the "
                    + "key itself.")
    public RestResponse<IssuedKey> issue(
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = KeyDraft.class)))
                    byte[] content) {
        Instant now = clock.instant();
        KeyDraft draft = KeyDraft.read(content, now);
        KeyText text = KeyText.random();
        AccessKey key = AccessKey.issue(text, draft, callers.current().name(), now);
        return delivery.created("/v1/desk/keys/" + key.id(), IssuedKey.of(key, text));
    }

    @GET
    @RolesAllowed(Scope.ADMINISTER)
    @Operation(
            operationId = "listKeys",
            summary = "List keys",
            description = "All keys, the newest first, including expired and revoked ones.")
    public RestResponse<Listing<KeyView>> list(
            @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        KeyQuery query = KeyQuery.parse(limit, cursor);
        return delivery.deskListing(KeyQuery.ADDRESS, query.limit(), query.page());
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Scope.ADMINISTER)
    @Operation(
            operationId = "getKey",
            summary = "Read a key",
            description = "The key with this id, without its secret.")
    public RestResponse<KeyView> one(@PathParam("id") KeyRef key) {
        return RestResponse.ok(KeyView.of(key.find()));
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Scope.ADMINISTER)
    @Transactional
    @APIResponse(responseCode = "204", description = "Revoked, now or before.")
    @Operation(
            operationId = "revokeKey",
            summary = "Revoke a key",
            description = "Revokes a key for good, on all nodes from this response on. It stays in the listing. "
                    + "Revoking it again changes nothing.")
    public void revoke(@PathParam("id") KeyRef key) {
        key.find().revoke(clock.instant());
    }
}
