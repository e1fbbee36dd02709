package press.gazette.tag.desk;

import java.time.Clock;
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

import press.gazette.address.Ref;
import press.gazette.delivery.Delivery;
import press.gazette.delivery.Listing;
import press.gazette.desk.Desk;
import press.gazette.desk.WriteParameters;
import press.gazette.json.MergePatch;
import press.gazette.problem.Problem;
import press.gazette.problem.Word;
import press.gazette.security.Scope;
import press.gazette.tag.Tag;
import press.gazette.tag.TagState;
import press.gazette.tag.VocabularyLock;

/** The vocabulary as editors keep it. */
@Path("/v1/desk/tags")
@Produces(MediaType.APPLICATION_JSON)
@org.eclipse.microprofile.openapi.annotations.tags.Tag(name = "Desk")
public class DeskTagsResource {

    private final Desk desk;
    private final Delivery delivery;
    private final Clock clock;

    DeskTagsResource(Desk desk, Delivery delivery, Clock clock) {
        this.desk = desk;
        this.delivery = delivery;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Scope.WRITE)
    @Operation(
            operationId = "createTag",
            summary = "Create a tag",
            description =
                    "Proposed: readers see it with the first public article that carries it. An active one, which they see at "
                            + "once, needs the scope desk:publish as well.")
    public RestResponse<DeskTagView> create(
            @BeanParam WriteParameters how,
            @Parameter(
                            description =
                                    "true: another tag of the type may have this name, apart from case and blanks.",
                            example = "true")
                    @QueryParam("allowSimilar")
                    @Nullable
                    String allowSimilar,
            TagDraft draft) {
        boolean mayBeSimilar = Word.flag("allowSimilar", allowSimilar);
        return desk.create(
                how, () -> coined(draft, mayBeSimilar), DeskTagView::written, tag -> "/v1/desk/tags/" + tag.id());
    }

    @GET
    @RolesAllowed(Scope.READ)
    @Operation(
            operationId = "listDeskTags",
            summary = "List tags of all states",
            description = "In the order of their slugs, page by page; with q in the order of their names.")
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
                    "One tag in whatever state, by its id, its slug, an old slug, or the id of one merged into it.")
    public RestResponse<DeskTagView> one(
            @Parameter(description = "The tag's id or slug.", example = "putin") @PathParam("ref") String ref) {
        Ref parsed = Ref.parse(ref, "tag");
        return desk.show(() -> Tag.atDesk(parsed).orElseThrow(() -> Problem.notFound("tag")), DeskTagView::of);
    }

    @PATCH
    @Path("{ref}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed(Scope.WRITE)
    @Operation(
            operationId = "changeTag",
            summary = "Change a tag",
            description =
                    "Its words, its address, its place among the others and its state. The former address leads to "
                            + "it for ever. A change that readers notice, such as another name of an active tag, needs the "
                            + "scope desk:publish as well.")
    public RestResponse<DeskTagView> change(
            @BeanParam WriteParameters how,
            @Parameter(description = "The tag's id or slug.", example = "putin") @PathParam("ref") String ref,
            @Parameter(
                            description =
                                    "true: another tag of the type may have this name, apart from case and blanks.",
                            example = "true")
                    @QueryParam("allowSimilar")
                    @Nullable
                    String allowSimilar,
            MergePatch<TagDraft> patch) {
        Ref parsed = Ref.parse(ref, "tag");
        boolean mayBeSimilar = Word.flag("allowSimilar", allowSimilar);
        return desk.change(
                how,
                () -> VocabularyLock.locked(parsed),
                tag -> changed(tag, patch, mayBeSimilar),
                DeskTagView::written);
    }

    @DELETE
    @Path("{ref}")
    @RolesAllowed(Scope.WRITE)
    @Operation(
            operationId = "removeTag",
            summary = "Remove a tag",
            description = "Only a tag that readers have never seen, and that stands on no article and above no tag.")
    public RestResponse<Void> remove(
            @BeanParam WriteParameters how,
            @Parameter(description = "The tag's id or slug.", example = "harbour-tunnel") @PathParam("ref")
                    String ref) {
        Ref parsed = Ref.parse(ref, "tag");
        return desk.remove(how, () -> VocabularyLock.locked(parsed), Tag::discard);
    }

    private Tag coined(TagDraft draft, boolean mayBeSimilar) {
        VocabularyLock.lock();
        if (!mayBeSimilar) {
            SimilarTags.refuse(draft.name(), draft.type(), null);
        }
        TagState state = Objects.requireNonNullElse(draft.state(), TagState.PROPOSED);
        if (state != TagState.PROPOSED && state != TagState.ACTIVE) {
            throw Problem.invalidContent("/state", "A new tag is proposed or active.");
        }
        return Tag.write(Resolving.content(draft, null), state, clock.instant());
    }

    /** A state that the patch removes stays what it is: a tag is always in one. */
    private void changed(Tag tag, MergePatch<TagDraft> patch, boolean mayBeSimilar) {
        TagDraft draft = patch.applyTo(TagDraft.of(tag));
        boolean isNamedAnew = !draft.name().equals(tag.name()) || draft.type() != tag.type();
        if (isNamedAnew && !mayBeSimilar) {
            SimilarTags.refuse(draft.name(), draft.type(), tag);
        }
        tag.revise(
                Resolving.content(draft, tag), Objects.requireNonNullElse(draft.state(), tag.state()), clock.instant());
    }
}
