package press.gazette.article.tagging;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import press.gazette.admission.resource.Kind;
import press.gazette.admission.resource.Serves;
import press.gazette.change.Edit;
import press.gazette.desk.Desk;
import press.gazette.desk.WriteParameters;
import press.gazette.security.Scope;
import press.gazette.tag.TagMerged;
import press.gazette.tag.TagRef;
import press.gazette.tag.desk.DeskTagView;
import press.gazette.tag.desk.Merger;
import press.gazette.tag.desk.MergerDraft;

/** Merges a tag into another. The room of articles has it because the room of tags does not know articles. */
@Serves(Kind.DESK)
@Path("/v1/desk/tags/{ref}/merger")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Desk")
public class MergerResource {

    private final Desk desk;
    private final Event<TagMerged> followers;

    MergerResource(Desk desk, Event<TagMerged> followers) {
        this.desk = desk;
        this.followers = followers;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Scope.PUBLISH)
    @Operation(
            operationId = "mergeTag",
            summary = "Merge a tag into another tag",
            description = "The target tag replaces this tag on all articles and above all tags below it, and the slugs "
                    + "and the id of this tag redirect to the target for ever. If-Match names this tag, which is "
                    + "removed. The response is the target tag with its ETag. A merger cannot be undone.")
    public RestResponse<DeskTagView> merge(
            @BeanParam WriteParameters how,
            @Parameter(
                            description = "The id or slug of the tag to merge, which is removed.",
                            example = "vladimir-putin")
                    @PathParam("ref")
                    TagRef tag,
            MergerDraft draft) {
        return desk.on(draft.of(tag)).write(how, this::merge).shownAs(Merger::view);
    }

    private void merge(Merger merger, Edit edit) {
        TagMerged merged = merger.begin();
        MovedTaggings.follow(merged);
        followers.fire(merged);
        merger.complete(edit.at());
    }
}
