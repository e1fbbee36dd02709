package press.gazette.security;

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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import press.gazette.address.Ref;
import press.gazette.delivery.Delivery;
import press.gazette.delivery.Listing;
import press.gazette.problem.Problem;

/** The keys of everybody who is not a reader. */
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
            description = "Issued. The key is in this answer and in no other.",
            content = @Content(schema = @Schema(implementation = IssuedKey.class)))
    @Operation(
            operationId = "issueKey",
            summary = "Issue a key",
            description = "Makes a key with a name, scopes and, if wanted, an end. The answer shows it this once.")
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
            description = "All keys, the newest first, those included that have ended or were revoked.")
    public RestResponse<Listing<KeyView>> list(
            @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        KeyQuery query = KeyQuery.parse(limit, cursor);
        return delivery.deskListing(KeyQuery.ADDRESS, query.limit(), query.page());
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Scope.ADMINISTER)
    @Operation(operationId = "getKey", summary = "Read a key", description = "What may be known of one key by its id.")
    public RestResponse<KeyView> one(
            @Parameter(description = "The key's id.", example = "0199a3c5-1f5e-7c3a-8b1d-2f60c7b1a9e4") @PathParam("id")
                    String id) {
        return RestResponse.ok(KeyView.of(find(id)));
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Scope.ADMINISTER)
    @Transactional
    @APIResponse(responseCode = "204", description = "Revoked, now or before.")
    @Operation(
            operationId = "revokeKey",
            summary = "Revoke a key",
            description = "Ends a key for ever, on all nodes from this answer on. It stays in the listing. Revoking it "
                    + "again changes nothing.")
    public void revoke(
            @Parameter(description = "The key's id.", example = "0199a3c5-1f5e-7c3a-8b1d-2f60c7b1a9e4") @PathParam("id")
                    String id) {
        find(id).revoke(clock.instant());
    }

    private static AccessKey find(String id) {
        return Ref.of(id).map(Ref::id).flatMap(AccessKey::byId).orElseThrow(() -> Problem.notFound("key"));
    }
}
