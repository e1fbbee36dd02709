package press.gazette.tag.desk;

import java.util.Objects;

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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import press.gazette.admission.resource.Kind;
import press.gazette.admission.resource.Serves;
import press.gazette.change.Edit;
import press.gazette.delivery.Delivery;
import press.gazette.desk.Desk;
import press.gazette.desk.DeskCollection;
import press.gazette.desk.WriteParameters;
import press.gazette.desk.WriteTarget;
import press.gazette.json.MergePatch;
import press.gazette.paging.Listing;
import press.gazette.problem.ParameterValue;
import press.gazette.problem.Problem;
import press.gazette.security.Scope;
import press.gazette.tag.Tag;
import press.gazette.tag.TagRef;
import press.gazette.tag.TagState;
import press.gazette.tag.VocabularyLock;

/** The vocabulary for editors. */
@Serves(Kind.DESK)
@Path("/v1/desk/tags")
@Produces(MediaType.APPLICATION_JSON)
@org.eclipse.microprofile.openapi.annotations.tags.Tag(name = "Desk")
public class DeskTagsResource {

    private static final DeskCollection<Tag> TAGS =
            new DeskCollection<>("/v1/desk/tags", Tag::id, VocabularyLock::lock);

    private final Desk desk;
    private final Delivery delivery;

    DeskTagsResource(Desk desk, Delivery delivery) {
        this.desk = desk;
        this.delivery = delivery;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Scope.WRITE)
    @Operation(
            operationId = "createTag",
            summary = "Create a tag",
            description = "Creates a proposed tag, which readers see with the first public article that carries "
                    + "it. An active tag, which they see at once, needs the scope desk:publish as well.")
    public RestResponse<DeskTagView> create(
            @BeanParam WriteParameters how,
            @Parameter(
                            description =
                                    "true: allows a name that another tag of the type has, ignoring case and blanks.",
                            example = "true")
                    @QueryParam("allowSimilar")
                    @Nullable
                    String allowSimilar,
            TagDraft draft) {
        boolean mayBeSimilar = ParameterValue.flag("allowSimilar", allowSimilar);
        return desk.create(how, TAGS, edit -> create(draft, mayBeSimilar, edit)).shownAs(DeskTagView::written);
    }

    @GET
    @RolesAllowed(Scope.READ)
    @Operation(
            operationId = "listDeskTags",
            summary = "List tags of all states",
            description = "Ordered by slug, page by page; with q by the words that it finds.")
    public RestResponse<Listing<DeskTagCard>> list(@BeanParam DeskTagParameters parameters) {
        DeskTagQuery query = DeskTagQuery.parse(parameters);
        return delivery.deskListing(query.address(), query.limit(), query.page());
    }

    @GET
    @Path("{ref}")
    @RolesAllowed(Scope.READ)
    @Operation(
            operationId = "getDeskTag",
            summary = "Read a tag at the desk",
            description =
                    "One tag in any state, by its id, its slug, a former slug, or the id of a tag merged into it.")
    public RestResponse<DeskTagView> one(@PathParam("ref") TagRef tag) {
        Tag found = tag.find();
        return desk.show(found, DeskTagView.of(found));
    }

    @PATCH
    @Path("{ref}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed(Scope.WRITE)
    @Operation(
            operationId = "changeTag",
            summary = "Change a tag",
            description = "Changes the words, the address, the parents or the state of a tag. The "
                    + "former address redirects to it for ever. A change that readers notice, such "
                    + "as a new name for an active tag, needs the scope desk:publish as well.")
    public RestResponse<DeskTagView> change(
            @BeanParam WriteParameters how,
            @PathParam("ref") TagRef tag,
            @Parameter(
                            description =
                                    "true: allows a name that another tag of the type has, ignoring case and blanks.",
                            example = "true")
                    @QueryParam("allowSimilar")
                    @Nullable
                    String allowSimilar,
            MergePatch<TagDraft> patch) {
        WriteTarget<Tag> onDesk = desk.on(tag);
        boolean mayBeSimilar = ParameterValue.flag("allowSimilar", allowSimilar);
        return onDesk.write(how, (found, edit) -> change(found, patch, mayBeSimilar, edit))
                .shownAs(DeskTagView::written);
    }

    @DELETE
    @Path("{ref}")
    @RolesAllowed(Scope.WRITE)
    @Operation(
            operationId = "removeTag",
            summary = "Remove a tag",
            description =
                    "Removes a tag that readers have never seen, that no article carries and that has no tags below it.")
    public RestResponse<Void> remove(
            @BeanParam WriteParameters how, @Parameter(example = "harbour-tunnel") @PathParam("ref") TagRef tag) {
        return desk.on(tag).remove(how, (found, edit) -> found.discard()).acknowledged();
    }

    private static Tag create(TagDraft draft, boolean mayBeSimilar, Edit edit) {
        if (!mayBeSimilar) {
            SimilarTags.refuse(draft.name(), draft.type(), null);
        }
        TagState state = Objects.requireNonNullElse(draft.state(), TagState.PROPOSED);
        if (state != TagState.PROPOSED && state != TagState.ACTIVE) {
            throw Problem.invalidContent("/state", "A new tag is proposed or active.");
        }
        return Tag.write(TagReferences.content(draft, null), state, edit.at());
    }

    /** A patch that removes the state leaves it unchanged: a tag always has one. */
    private static void change(Tag tag, MergePatch<TagDraft> patch, boolean mayBeSimilar, Edit edit) {
        TagDraft draft = patch.applyTo(TagDraft.of(tag));
        boolean isNamedAnew = !draft.name().equals(tag.name()) || draft.type() != tag.type();
        if (isNamedAnew && !mayBeSimilar) {
            SimilarTags.refuse(draft.name(), draft.type(), tag);
        }
        tag.revise(
                TagReferences.content(draft, tag), Objects.requireNonNullElse(draft.state(), tag.state()), edit.at());
    }
}
