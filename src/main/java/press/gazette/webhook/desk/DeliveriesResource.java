package press.gazette.webhook.desk;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import press.gazette.admission.resource.Kind;
import press.gazette.admission.resource.Serves;
import press.gazette.delivery.Delivery;
import press.gazette.desk.Desk;
import press.gazette.desk.WriteParameters;
import press.gazette.paging.Listing;
import press.gazette.security.Scope;
import press.gazette.webhook.Replays;
import press.gazette.webhook.WebhookDelivery;
import press.gazette.webhook.WebhookRef;

/** The deliveries of a webhook: past ones, tests, replays. */
@Serves(Kind.DESK)
@Path("/v1/desk/webhooks/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Desk")
public class DeliveriesResource {

    private final Desk desk;
    private final Delivery delivery;
    private final WebhookViews views;

    DeliveriesResource(Desk desk, Delivery delivery, WebhookViews views) {
        this.desk = desk;
        this.delivery = delivery;
        this.views = views;
    }

    @GET
    @Path("deliveries")
    @RolesAllowed(Scope.ADMINISTER)
    @Operation(
            operationId = "listWebhookDeliveries",
            summary = "List the deliveries of a webhook",
            description = "The events of the last 30 days with their last attempts, the latest first.")
    public RestResponse<Listing<DeliveryView>> list(
            @PathParam("id") WebhookRef ref,
            @QueryParam("state") @Nullable String state,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        DeliveryQuery query = DeliveryQuery.parse(ref.find().id(), state, limit, cursor);
        return delivery.deskListing(query.address(), query.limit(), query.page());
    }

    @POST
    @Path("tests")
    @RolesAllowed(Scope.ADMINISTER)
    @Operation(
            operationId = "testWebhook",
            summary = "Send a test event",
            description = "Sends an event of the type webhook.test, signed and retried as any other.")
    public RestResponse<DeliveryView> test(@BeanParam WriteParameters how, @PathParam("id") WebhookRef ref) {
        UUID id = UUID.randomUUID();
        return desk.on(ref)
                .add(how, (webhook, edit) -> Replays.test(webhook, id, edit.at()))
                .shownAs(webhook -> DeliveryView.of(WebhookDelivery.<WebhookDelivery>findById(id)));
    }

    @POST
    @Path("replays")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Scope.ADMINISTER)
    @Operation(
            operationId = "replayWebhook",
            summary = "Send events again",
            description = "Sends one delivery again, or all changes behind a position, with their former webhook-id. "
                    + "The changes are queued in the background.")
    public RestResponse<WebhookView> replay(
            @BeanParam WriteParameters how, @PathParam("id") WebhookRef ref, ReplayDraft draft) {
        return desk.on(ref)
                .add(how, (webhook, edit) -> {
                    if (draft.after() != null) {
                        Replays.after(webhook, draft.after(), edit.at());
                    } else {
                        Replays.delivery(webhook, draft.delivery(), edit.at());
                    }
                })
                .shownAs(views::of);
    }
}
