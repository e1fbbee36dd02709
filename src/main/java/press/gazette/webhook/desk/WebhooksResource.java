package press.gazette.webhook.desk;

import java.util.List;
import java.util.Objects;
import java.util.Set;

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

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import press.gazette.admission.resource.Kind;
import press.gazette.admission.resource.Serves;
import press.gazette.delivery.Delivery;
import press.gazette.desk.Desk;
import press.gazette.desk.DeskCollection;
import press.gazette.desk.WriteParameters;
import press.gazette.json.MergePatch;
import press.gazette.paging.Listing;
import press.gazette.paging.Page;
import press.gazette.problem.Problem;
import press.gazette.security.Scope;
import press.gazette.sending.TargetPolicy;
import press.gazette.webhook.SigningSecret;
import press.gazette.webhook.Subscription;
import press.gazette.webhook.Webhook;
import press.gazette.webhook.WebhookContent;
import press.gazette.webhook.WebhookRef;
import press.gazette.webhook.Webhooks;

/** The webhooks and their secrets. */
@Serves(Kind.DESK)
@Path("/v1/desk/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Desk")
public class WebhooksResource {

    private static final DeskCollection<Webhook> WEBHOOKS =
            new DeskCollection<>("/v1/desk/webhooks", Webhook::id, DeskCollection.NO_LOCK);

    private final Desk desk;
    private final Delivery delivery;
    private final Webhooks webhooks;
    private final WebhookViews views;

    WebhooksResource(Desk desk, Delivery delivery, Webhooks webhooks, WebhookViews views) {
        this.desk = desk;
        this.delivery = delivery;
        this.webhooks = webhooks;
        this.views = views;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Scope.ADMINISTER)
    @Operation(
            operationId = "createWebhook",
            summary = "Create a webhook",
            description = "Sends all later changes that match to a URL, signed as Standard Webhooks 1.0.0. Only this "
                    + "response shows the secret.")
    public RestResponse<IssuedWebhook> create(@BeanParam WriteParameters how, WebhookDraft draft) {
        checkTarget(draft);
        SigningSecret secret = webhooks.secret();
        return desk.create(
                        how,
                        WEBHOOKS,
                        edit -> webhooks.create(content(draft, webhooks.stored(draft.tags())), secret, edit))
                .shownAs(webhook -> IssuedWebhook.of(views.of(webhook), secret));
    }

    @GET
    @RolesAllowed(Scope.ADMINISTER)
    @Operation(
            operationId = "listWebhooks",
            summary = "List webhooks",
            description = "All webhooks, the newest first, without their secrets.")
    public RestResponse<Listing<WebhookView>> list(
            @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        WebhookQuery query = WebhookQuery.parse(limit, cursor);
        Page<Webhook> page = query.page();
        return delivery.deskListing(WebhookQuery.ADDRESS, query.limit(), page.with(views.of(page.items())));
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Scope.ADMINISTER)
    @Operation(
            operationId = "getWebhook",
            summary = "Read a webhook",
            description = "The webhook with this id, without its secret.")
    public RestResponse<WebhookView> one(@PathParam("id") WebhookRef ref) {
        Webhook webhook = ref.find();
        return desk.show(webhook, views.of(webhook));
    }

    @PATCH
    @Path("{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed(Scope.ADMINISTER)
    @Operation(
            operationId = "changeWebhook",
            summary = "Change a webhook",
            description = "Changes a webhook, or enables or disables it. A webhook that is enabled again gets only the "
                    + "changes from then on.")
    public RestResponse<WebhookView> change(
            @BeanParam WriteParameters how, @PathParam("id") WebhookRef ref, MergePatch<WebhookDraft> patch) {
        return desk.on(ref)
                .write(how, (webhook, edit) -> webhook.revise(patched(webhook, patch)))
                .shownAs(views::of);
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Scope.ADMINISTER)
    @Operation(
            operationId = "removeWebhook",
            summary = "Remove a webhook",
            description = "Removes a webhook; nothing more is sent to it.")
    public RestResponse<Void> remove(@BeanParam WriteParameters how, @PathParam("id") WebhookRef ref) {
        return desk.on(ref).remove(how, (webhook, edit) -> webhook.delete()).acknowledged();
    }

    @POST
    @Path("{id}/secrets")
    @RolesAllowed(Scope.ADMINISTER)
    @Operation(
            operationId = "rotateWebhookSecret",
            summary = "Replace the secret of a webhook",
            description = "Makes a new secret, which only this response shows. Requests carry signatures with both "
                    + "secrets until formerSecretUntil.")
    public RestResponse<IssuedWebhook> rotate(@BeanParam WriteParameters how, @PathParam("id") WebhookRef ref) {
        SigningSecret next = webhooks.secret();
        return desk.on(ref)
                .add(how, (webhook, edit) -> webhooks.rotate(webhook, next, edit))
                .shownAs(webhook -> IssuedWebhook.of(views.of(webhook), next));
    }

    private @Nullable String tags(Webhook webhook) {
        return webhooks.shownTags(List.of(webhook)).get(webhook.id());
    }

    /** Tags and URL that stay are not checked: a webhook whose tag is hidden now can be disabled. */
    private WebhookContent patched(Webhook webhook, MergePatch<WebhookDraft> patch) {
        WebhookContent content = webhook.content();
        String shown = tags(webhook);
        WebhookDraft draft = patch.applyTo(WebhookDraft.of(content, shown));
        if (!draft.url().equals(content.url())) {
            checkTarget(draft);
        }
        boolean sameTags = Objects.equals(draft.tags(), shown);
        return content(draft, sameTags ? content.subscription().tags() : webhooks.stored(draft.tags()));
    }

    private void checkTarget(WebhookDraft draft) {
        if (!webhooks.targets().allows(draft.url())) {
            throw Problem.invalidContent("/url", TargetPolicy.EXPECTED);
        }
    }

    private static WebhookContent content(WebhookDraft draft, @Nullable String storedTags) {
        return new WebhookContent(
                draft.url(),
                draft.description(),
                new Subscription(
                        Objects.requireNonNullElse(draft.types(), Set.of()),
                        Objects.requireNonNullElse(draft.kinds(), Set.of()),
                        storedTags),
                !Boolean.FALSE.equals(draft.enabled()),
                Boolean.TRUE.equals(draft.notices()));
    }
}
